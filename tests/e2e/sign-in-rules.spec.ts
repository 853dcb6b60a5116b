import type { Page } from "@playwright/test";
import { demoPasswords } from "./support/ground";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const PATH = "/settings/sign-in";
const HOUR = 3_600_000;

async function signIn(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("[name=password]").fill(demoPasswords.staff);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === next);
}

const save = (page: Page) => page.getByRole("button", { name: "Save sign-in rules" }).click();
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const hoursOfTemporary = (page: Page) => page.getByLabel("Hours that a temporary password works");
const daysOfActivation = (page: Page) => page.getByLabel("Days that an activation link works");

test.beforeEach(({ page, portico }) => signIn(page, portico.staff.email, PATH));

test("what does not go is refused with the reason, and what was typed stays", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Sign-in", level: 1 })).toBeVisible();
  await expect(hoursOfTemporary(page)).toHaveValue("72");
  await expectAccessible(page);
  // The browser's own refusal would come first.
  await page.locator("main form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await hoursOfTemporary(page).fill("500");
  await daysOfActivation(page).fill("45");
  await page.getByLabel("Staff: minutes in all").fill("100000");
  await save(page);
  await expect(page.getByText(/Use at most 168 hours: staff know this password/).first()).toBeVisible();
  await expect(page.getByText(/Use at most 30 days: a link left in a mailbox/).first()).toBeVisible();
  await expect(hoursOfTemporary(page)).toHaveValue("500");
  await expectAccessible(page);
  await hoursOfTemporary(page).fill("72");
  await daysOfActivation(page).fill("7");
  await save(page);
  await expect(page.getByText(/whoever runs Portico allows no more/).first()).toBeVisible();
  await page.goto(PATH);
  await expect(hoursOfTemporary(page)).toHaveValue("72");
});

test("the next temporary password and the next link work as long as was saved", async ({
  page,
  inbox,
  portico,
}) => {
  await hoursOfTemporary(page).fill("6");
  await daysOfActivation(page).fill("2");
  await save(page);
  await saved(page);
  await expect(page.getByText(/Last saved by Ada Winter/)).toBeVisible();
  await expectAccessible(page);

  await page.goto("/contacts/new");
  await page.getByRole("combobox", { name: "Company" }).fill("winslow est");
  await page.getByRole("option", { name: "Winslow Estates" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Petra Policy");
  await page.getByLabel("E-mail").fill("petra@policy.example");
  await page.getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  await inbox.waitFor("petra@policy.example");
  const [link] = await portico.asSuperuser<{ hours: number }>(
    "SELECT extract(epoch FROM expires_at - now()) / 3600 AS hours FROM tokens WHERE email = 'petra@policy.example'",
  );
  expect(Number(link?.hours)).toBeGreaterThan(47);
  expect(Number(link?.hours)).toBeLessThanOrEqual(48);

  await page.getByRole("button", { name: "Create login…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("which works for 6 hours");
  await dialog.getByRole("button", { name: "Create login" }).click();
  await expect(dialog.getByLabel("Temporary password")).toBeVisible();
  const [login] = await portico.asSuperuser<{ until: string }>(
    "SELECT temporary_until AS until FROM logins WHERE email = 'petra@policy.example'",
  );
  const left = new Date(login?.until ?? 0).getTime() - Date.now();
  expect(left).toBeGreaterThan(5.9 * HOUR);
  expect(left).toBeLessThanOrEqual(6 * HOUR);
});

test("a save that comes too late shows what somebody else saved, in the words of the fields", async ({
  page,
}) => {
  const other = await page.context().newPage();
  await other.goto(PATH);
  await other.getByLabel("Hours that a password-reset link works").fill("3");
  await save(other);
  await saved(other);
  await page.getByLabel("Hours that a password-reset link works").fill("4");
  await save(page);
  await expect(
    page.getByText("How long a password-reset link works, in hours, is now “3”; you entered “4”."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await saved(page);
});

test("it says whether staff need a second factor, and leads to where that is decided", async ({
  page,
  portico,
}) => {
  await expect(page.getByText("A second factor is optional")).toBeVisible();
  await portico.asSuperuser(
    "UPDATE organisations SET requires_second_factor = true; UPDATE staff_users SET second_factor_since = now() WHERE email = 'ada@portico-demo.example'",
  );
  await page.reload();
  await expect(page.getByText("A second factor is required")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Make it optional" }).click();
  await page.getByRole("button", { name: "Make it optional" }).click();
  await expect(page.getByRole("button", { name: "Require it" })).toBeVisible();
  await portico.asSuperuser("UPDATE staff_users SET second_factor_since = NULL");
  await page.goto(PATH);
  await expect(page.getByText("A second factor is optional")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nothing is cut off, and it saves without script as well", async ({ page, browser, portico }) => {
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const plain = await (
      await browser.newContext({ baseURL: portico.url, javaScriptEnabled: false })
    ).newPage();
    await signIn(plain, portico.staff.email, PATH);
    await hoursOfTemporary(plain).fill("72");
    await daysOfActivation(plain).fill("7");
    await save(plain);
    await saved(plain);
    await expect(hoursOfTemporary(plain)).toHaveValue("72");
    await plain.context().close();
  });
});
