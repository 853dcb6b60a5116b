import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const NORA = {
  name: "Nora Quill",
  email: "nora@portico-demo.example",
  password: "copper lanterns drift past noon 8",
};

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const main = (page: Page) => page.locator("main");
const places = (page: Page) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link").allTextContents();

/** The invited colleague, signed in in a browser of their own. */
let nora: Page;
let link: string;

async function openNora(page: Page) {
  await page.goto("/staff?q=quill");
  await page.getByRole("link", { name: NORA.name }).click();
  await expect(page.getByRole("heading", { name: NORA.name, level: 1 })).toBeVisible();
}

test.beforeEach(async ({ page, portico }) => {
  await signIn(page, portico.staff);
  await page.waitForURL("**/customers");
});

const newPage = async (browser: Browser, baseURL: string) =>
  (await browser.newContext({ baseURL })).newPage();

test("an administrator invites a colleague by e-mail; scanners that open the link change nothing", async ({
  page,
  inbox,
}) => {
  await page.getByRole("link", { name: "Staff", exact: true }).click();
  await expect(page.getByRole("link", { name: "Ada Winter" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Invite staff" }).click();
  await page.getByLabel("Name").fill(NORA.name);
  await page.getByLabel("E-mail").fill("Ben@portico-demo.example");
  await page.getByRole("checkbox", { name: "companyView", exact: true }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Ben Clark signs in with this address already").first()).toBeVisible();
  await page.getByLabel("E-mail").fill(NORA.email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.waitForURL(/\/staff\/[0-9a-f-]{36}$/);
  await expect(main(page).getByText("Invited").first()).toBeVisible();
  const mail = await inbox.waitFor(NORA.email);
  link = /https?:\/\/\S+\/activate\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  for (let scan = 0; scan < 5; scan += 1) expect((await page.request.get(link)).status()).toBe(200);
});

test("the colleague chooses a password and sees exactly what the roles open", async ({
  page,
  browser,
  portico,
}) => {
  nora = await newPage(browser, portico.url);
  await nora.goto(link);
  await expectAccessible(nora);
  await nora.getByRole("button", { name: "Continue" }).click();
  await expectAccessible(nora);
  await nora.locator("[name=password]").fill(NORA.password);
  await nora.getByRole("button", { name: "Activate account" }).click();
  await nora.waitForURL("**/customers");
  expect(await places(nora)).toEqual(["Customers", "Suppliers", "Mail"]);
  for (const path of ["/staff", "/contacts", "/access", "/customers/new"]) {
    await nora.goto(path);
    if (path !== "/customers/new")
      await expect(nora.getByRole("heading", { name: "Your roles do not open this page" })).toBeVisible();
  }
  const again = await newPage(browser, portico.url);
  await again.goto(link);
  await expect(again.getByRole("heading", { name: "This link has been used" })).toBeVisible();
  await expectAccessible(again);
  await again.context().close();
  await openNora(page);
  await expect(main(page).getByText("Active", { exact: true }).first()).toBeVisible();
  await expect(main(page).getByText("Yes, everywhere, by companyView given directly").first()).toBeVisible();
  await expectAccessible(page);
});

test("roles that are given and taken bind at the next request of an open session", async ({ page }) => {
  await openNora(page);
  await page.getByRole("checkbox", { name: "customerView", exact: true }).check();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(main(page).getByText("The roles are saved")).toBeVisible();
  await nora.goto("/contacts");
  await expect(nora.getByRole("heading", { name: "Contacts", level: 1 })).toBeVisible();
  await page.getByRole("checkbox", { name: "customerView", exact: true }).uncheck();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(main(page).getByText("without any role").first()).toBeVisible();
  await expect(async () => {
    await nora.goto("/contacts");
    await expect(nora.getByRole("heading", { name: "Your roles do not open this page" })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
});

test("the last administrator cannot be demoted, and nobody deactivates themselves", async ({ page }) => {
  await page.goto("/staff?q=ada");
  await page.getByRole("link", { name: "Ada Winter" }).click();
  await expect(page.getByRole("button", { name: "Deactivate" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "administrator", exact: true }).uncheck();
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByText("Nobody would be left who is an active administrator")).toBeVisible();
});

test("a deactivated colleague is refused at the next request, and let in again when reactivated", async ({
  page,
}) => {
  await openNora(page);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(main(page).getByText("They are deactivated and signed out")).toBeVisible();
  await nora.goto("/customers");
  await expect(nora).toHaveURL(/\/login/);
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(main(page).getByText("They are active again")).toBeVisible();
  await signIn(nora, NORA);
  await nora.waitForURL("**/customers");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a colleague is invited, given a role and cancelled; a refusal keeps what was typed", async ({
    page,
  }) => {
    await page.goto("/staff/new");
    await page.getByLabel("Name").fill("Pia Plain");
    await page.getByLabel("E-mail").fill("ben@portico-demo.example");
    await page.getByRole("checkbox", { name: "auditView", exact: true }).check();
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByText("Ben Clark signs in with this address already").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "auditView", exact: true })).toBeChecked();
    await page.getByLabel("E-mail").fill("pia@portico-demo.example");
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByRole("heading", { name: "Pia Plain", level: 1 })).toBeVisible();
    await page.getByRole("checkbox", { name: "mailView", exact: true }).check();
    await page.getByRole("button", { name: "Save roles" }).click();
    await expect(main(page).getByText("The roles are saved")).toBeVisible();
    await page.getByRole("button", { name: "Cancel invitation" }).click();
    await expect(main(page).getByText("The invitation is cancelled")).toBeVisible();
    await expect(main(page).getByText("Not invited").first()).toBeVisible();
  });
});
