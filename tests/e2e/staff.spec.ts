import type { Browser, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
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

test("a colleague's address is changed: both are told, the session ends, and the new one signs in", async ({
  page,
  inbox,
}) => {
  await openNora(page);
  const card = main(page).locator("section", { has: page.getByRole("heading", { name: "E-mail address" }) });
  await card.getByLabel("E-mail").fill("BEN@portico-demo.example");
  await card.getByRole("button", { name: "Save address" }).click();
  await expect(page.getByText("Ben Clark signs in with this address already").first()).toBeVisible();
  await expectAccessible(page);
  const old = NORA.email;
  NORA.email = "nora.quill@portico-demo.example";
  await card.getByLabel("E-mail").fill(NORA.email);
  await card.getByRole("button", { name: "Save address" }).click();
  await expect(main(page).getByText("The address is changed")).toBeVisible();
  await expect(card.getByLabel("E-mail")).toHaveValue(NORA.email);
  const told = (address: string) =>
    inbox.arrived.find(
      ({ envelopeTo, subject }) => envelopeTo === address && subject?.startsWith("Your address at"),
    );
  await expect.poll(() => [told(old), told(NORA.email)].filter(Boolean).length).toBe(2);
  expect(told(NORA.email)?.text).toContain(`From now on you sign in with ${NORA.email}`);
  expect(told(old)?.text).not.toContain(NORA.email);
  await nora.goto("/customers");
  await expect(nora).toHaveURL(/\/login/);
  await signIn(nora, { ...NORA, email: old });
  await expect(nora.getByRole("alert").first()).toBeVisible();
  await signIn(nora, NORA);
  await nora.waitForURL("**/customers");
});

test("nobody changes their own address, and is told who can", async ({ page }) => {
  await page.goto("/staff?q=ada");
  await page.getByRole("link", { name: "Ada Winter" }).click();
  await expect(main(page).getByText("You cannot change your own address")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save address" })).toHaveCount(0);
});

test("on a phone the list says what each holds, when they were here, and their second factor", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/staff?q=quill");
  const row = page.getByRole("row", { name: new RegExp(NORA.name) });
  await expect(row).toContainText("companyView");
  for (const column of ["Roles:", "Second factor:", "Last sign-in:"])
    await expect(row.locator(`[data-says="${column}"]`)).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a group role gives a colleague its roles, and deleting it names who loses what", async ({ page }) => {
  await page.goto("/staff/group-roles");
  await page.getByRole("link", { name: "New group role" }).click();
  await page.getByLabel("Name").fill("Sales desk");
  await page.getByLabel("Code").fill("SALES");
  await page.getByRole("checkbox", { name: "customerView", exact: true }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create group role" }).click();
  await expect(page.getByRole("heading", { name: "Sales desk", level: 1 })).toBeVisible();
  await page.getByRole("combobox", { name: "Add a colleague" }).fill("quill");
  await page.getByRole("option", { name: NORA.name }).click();
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(main(page).getByRole("link", { name: NORA.name })).toBeVisible();
  await expectAccessible(page);
  await nora.goto("/contacts");
  await expect(nora.getByRole("heading", { name: "Contacts", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByText(`${NORA.name} loses customerView`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete group role" }).click();
  await expect(page.getByText("The group role is deleted")).toBeVisible();
  await nora.goto("/contacts");
  await expect(nora.getByRole("heading", { name: "Your roles do not open this page" })).toBeVisible();
});

const codeOf = (secret: string, secondsLater = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + secondsLater * 1000 });

async function setUpSecondFactor(page: Page, password: string): Promise<{ secret: string; codes: string[] }> {
  await page.locator("[name=current]").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("img", { name: "QR code for the app" })).toBeVisible();
  const secret = (await page.locator("main code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Code from the app").fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn on" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list).toBeVisible();
  return { secret, codes: await list.getByRole("listitem").allInnerTexts() };
}

async function signOut(page: Page) {
  await page.getByText(NORA.name).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/login/);
}

test("a second factor is set up, asked for at sign-in, and helped out by a recovery code, once", async () => {
  await nora.goto("/account");
  await nora.getByRole("link", { name: "Set up" }).click();
  await expectAccessible(nora);
  await nora.locator("[name=current]").fill("wrong wrong wrong wrong");
  await nora.getByRole("button", { name: "Set up" }).click();
  await expect(nora.getByText("This is not your current password").first()).toBeVisible();
  const { secret, codes } = await setUpSecondFactor(nora, NORA.password);
  expect(codes).toHaveLength(10);
  await expectAccessible(nora);
  await signOut(nora);
  await signIn(nora, NORA);
  await expect(nora.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await expectAccessible(nora);
  await nora.goto("/customers");
  await expect(nora).toHaveURL(/\/login\?next/);
  await signIn(nora, NORA);
  await nora.getByLabel("Code").fill("000000");
  await nora.getByRole("button", { name: "Sign in" }).click();
  await expect(nora.getByText("This code does not work").first()).toBeVisible();
  await nora.getByLabel("Code").fill(codeOf(secret, 30));
  await nora.getByRole("button", { name: "Sign in" }).click();
  await nora.waitForURL("**/customers");
  for (const isFirst of [true, false]) {
    await nora.goto("/customers");
    await signOut(nora);
    await signIn(nora, NORA);
    await nora.getByLabel("Code").fill(codes[0] ?? "");
    await nora.getByRole("button", { name: "Sign in" }).click();
    if (isFirst) await nora.waitForURL("**/customers");
    else {
      await expect(nora.getByText("This code does not work").first()).toBeVisible();
      await nora.getByLabel("Code").fill(codes[1] ?? "");
      await nora.getByRole("button", { name: "Sign in" }).click();
      await nora.waitForURL("**/customers");
    }
  }
  await nora.goto("/account/second-factor");
  await expect(nora.getByText("8 recovery codes are left.")).toBeVisible();
});

test("an administrator removes a lost second factor, which its owner is told", async ({ page, inbox }) => {
  await openNora(page);
  await expect(main(page).getByText("On since")).toBeVisible();
  await page.getByRole("button", { name: "Remove second factor" }).click();
  await expect(main(page).getByText("The second factor is removed")).toBeVisible();
  await expect
    .poll(() => inbox.arrived.filter(({ subject }) => subject?.startsWith("Second factor removed")).length)
    .toBe(1);
  await nora.goto("/customers");
  await expect(nora).toHaveURL(/\/login/);
  await signIn(nora, NORA);
  await nora.waitForURL("**/customers");
});

test("where it is required, nothing opens before it is set up", async ({ page, portico }) => {
  await page.goto("/staff");
  await page.getByRole("button", { name: "Require it" }).click();
  // Also for the administrator, at once.
  await page.waitForURL("**/account/second-factor");
  await nora.goto("/customers");
  await expect(nora).toHaveURL(/\/account\/second-factor/);
  await expect(nora.getByText("asks for a second factor")).toBeVisible();
  await expectAccessible(nora);
  expect((await nora.request.get(`${portico.url}/api/exports/companies`)).status()).toBe(403);
  await setUpSecondFactor(nora, NORA.password);
  await nora.getByRole("link", { name: "I have kept them" }).click();
  await nora.waitForURL("**/customers");
  await expect(nora.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await portico.asSuperuser("UPDATE organisations SET requires_second_factor = false");
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
