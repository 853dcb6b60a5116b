import type { Browser, Page } from "@playwright/test";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const NAME = "Night watch";
const HERON = "Kiran Heron";
const EMAIL = "kiran@example.com";
const PASSWORD = "copper lanterns drift past noon 8";

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/customers"));

/** Somebody who is signed in to the portal, in a browser of their own. */
let portal: Page;
const tab = (name: string) => portal.getByRole("navigation", { name: "Portal" }).getByRole("link", { name });

async function portalSession(browser: Browser, activation: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(activation);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator("[name=password]").fill(PASSWORD);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Activate account" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${HERON}` })).toBeVisible();
  return page;
}

async function openRole(page: Page) {
  await page.goto("/access/group-roles");
  await page.getByRole("link", { name: NAME }).click();
  await expect(page.getByRole("heading", { name: NAME, level: 1 })).toBeVisible();
}

test("a contact signs in, to a portal without Service", async ({ page, browser, inbox }) => {
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Add contact" }).click();
  await page.getByRole("combobox", { name: "Company" }).fill("winslow est");
  await page.getByRole("option", { name: "Winslow Estates" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(HERON);
  await dialog.getByLabel("E-mail").fill(EMAIL);
  await dialog.getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  const mail = await inbox.waitFor(EMAIL);
  portal = await portalSession(browser, /https?:\/\/\S+\/activate\/\S+/.exec(mail.text ?? "")?.[0] ?? "");
  await expect(tab("Service")).toHaveCount(0);
});

test("a group role is created; a code that is taken is said at its field", async ({ page }) => {
  await page.goto("/access/group-roles");
  await expectAccessible(page);
  await page.getByRole("link", { name: "New group role" }).click();
  await page.getByLabel("Name").fill(NAME);
  await page.getByLabel("Code").fill("buyer");
  await page
    .getByRole("group", { name: /customers/ })
    .getByRole("checkbox", { name: "Service" })
    .check();
  await page.getByRole("button", { name: "Create group role" }).click();
  await expect(page.getByText("Another group role has the code buyer").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Code").fill("NIGHT");
  await page.getByRole("button", { name: "Create group role" }).click();
  await expect(page.getByRole("heading", { name: NAME, level: 1 })).toBeVisible();
  await expect(page.getByText("Nobody holds this group role yet.")).toBeVisible();
  await expectAccessible(page);
});

test("whoever is given it has the tab on the next request of their open session", async ({ page }) => {
  await openRole(page);
  await page.getByRole("combobox", { name: "Add a contact" }).fill("kiran her");
  await page.getByRole("option", { name: HERON }).click();
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(page.getByRole("row", { name: new RegExp(HERON) })).toBeVisible();
  await expectAccessible(page);
  await portal.reload();
  await expect(tab("Service")).toBeVisible();
  await page.getByRole("link", { name: HERON }).click();
  await expect(page.getByRole("row", { name: /^Service/ })).toContainText(`group role ${NAME}`);
});

test("an edit takes away at once what it leaves out, and says whom that reaches", async ({ page }) => {
  await openRole(page);
  const customers = page.getByRole("group", { name: /customers/ });
  await customers.getByRole("checkbox", { name: "Service" }).uncheck();
  await customers.getByRole("checkbox", { name: "Install" }).check();
  await page.getByRole("button", { name: "Save group role" }).click();
  await expect(page.getByText("1 contact gains something, 1 contact loses something.")).toBeVisible();
  await portal.reload();
  await expect(tab("Service")).toHaveCount(0);
  await expect(tab("Install")).toBeVisible();
});

test("while it is deactivated it gives nothing", async ({ page }) => {
  await openRole(page);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("Gives nothing until it is reactivated.")).toBeVisible();
  await portal.reload();
  await expect(tab("Install")).toHaveCount(0);
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeVisible();
  await portal.reload();
  await expect(tab("Install")).toBeVisible();
});

test("the contact's page says why and since when, also as of a moment before", async ({ page, portico }) => {
  await portico.asSuperuser(
    `UPDATE contacts SET created_at = now() - interval '9 days' WHERE name = '${HERON}'`,
  );
  await openRole(page);
  await page.getByRole("link", { name: HERON }).click();
  const install = page.getByRole("row", { name: /^Install/ });
  await expect(install).toContainText(`Allowed by group role ${NAME}`);
  await page.getByLabel("As of").fill(new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 16));
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(/^As of /).last()).toBeVisible();
  await expect(install).toContainText("Not allowed: never granted");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to now" }).click();
  await expect(install).toContainText(`Allowed by group role ${NAME}`);
});

test("staff look at the portal as the contact sees it, without a session and with nothing to press", async ({
  page,
  portico,
}) => {
  const sessions = () =>
    portico.asSuperuser<{ count: number }>("SELECT count(*)::int AS count FROM sessions");
  await openRole(page);
  await page.getByRole("link", { name: HERON }).click();
  const before = await sessions();
  await page.getByRole("link", { name: "What will they see?" }).click();
  const frame = page.getByRole("region", { name: "Preview of the portal" });
  await expect(frame.getByRole("heading", { name: `Hello, ${HERON}` })).toBeVisible();
  const shown = await frame.getByRole("group", { name: "Tabs" }).locator("span").allTextContents();
  const real = await portal.getByRole("navigation", { name: "Portal" }).getByRole("link").allTextContents();
  expect(shown).toEqual(real);
  await expect(page.getByText("Invoices: hidden, never granted")).toBeVisible();
  await expect(frame.locator("a, button, input, form")).toHaveCount(0);
  expect(await sessions()).toEqual(before);
  await expectAccessible(page);
});

test("deleting it says how many hold it and how many lose something, and removes what it gave", async ({
  page,
}) => {
  await openRole(page);
  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByText(`${NAME} has 1 member. 1 of them loses something`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete group role" }).click();
  await expect(page.getByText("The group role is deleted")).toBeVisible();
  await expect(page.getByRole("link", { name: NAME })).toHaveCount(0);
  await portal.reload();
  await expect(tab("Install")).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a group role is created, edited, given, taken and deleted", async ({ page }) => {
    await page.goto("/access/group-roles/new");
    await page.getByLabel("Name").fill("Plain");
    await page.getByLabel("Code").fill("SITE");
    await page.getByRole("checkbox", { name: "Enquiries", exact: true }).check();
    await page.getByRole("button", { name: "Create group role" }).click();
    await expect(page.getByText("Another group role has the code SITE").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Enquiries", exact: true })).toBeChecked();
    await page.getByLabel("Code").fill("PLAIN");
    await page.getByRole("button", { name: "Create group role" }).click();
    await expect(page.getByRole("heading", { name: "Plain", level: 1 })).toBeVisible();
    await page.getByLabel("Description").fill("Without script");
    await page.getByRole("button", { name: "Save group role" }).click();
    await expect(page).toHaveURL(/saved=1/);
    await page.getByRole("textbox", { name: "Add a contact" }).fill("kiran");
    await page.getByRole("button", { name: "Find contact" }).click();
    await page.getByRole("button", { name: `Add ${HERON}` }).click();
    await page.getByRole("button", { name: `Remove ${HERON}` }).click();
    await expect(page.getByText("Nobody holds this group role yet.")).toBeVisible();
    await page.getByRole("link", { name: "Delete…" }).click();
    await expect(page.getByText("Plain has no members: nobody loses anything.")).toBeVisible();
    await page.getByRole("button", { name: "Delete group role" }).click();
    await expect(page.getByText("The group role is deleted")).toBeVisible();
  });
});
