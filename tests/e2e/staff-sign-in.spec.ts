import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const NEW = "copper lantern walks to harbour";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("staff sign in, see who they are on every page, and sign out", async ({ page, portico }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login\?next=%2Faccount/);
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(portico.staff.email);
  await page.locator("[name=password]").fill("wrong wrong wrong wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("do not open an account here");
  await expect(page.getByLabel("E-mail")).toHaveValue(portico.staff.email);
  await page.locator("[name=password]").fill(portico.staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("Ada Winter").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Ada Winter").first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.locator("main").getByText("You are signed out")).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
});

test("an unknown e-mail gets the same words as a wrong password", async ({ page, portico }) => {
  const answers: string[] = [];
  for (const email of [portico.staff.email, "nobody@portico-demo.example"]) {
    await signIn(page, email, "wrong wrong wrong wrong");
    answers.push(await page.locator("form").getByRole("alert").innerText());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("ending another session signs that browser out at its next request", async ({
  page,
  browser,
  portico,
}) => {
  await signIn(page, portico.staff.email, portico.staff.password);
  await expect(page).toHaveURL(/\/customers/);
  const elsewhere = await (await browser.newContext({ baseURL: portico.url })).newPage();
  await signIn(elsewhere, portico.staff.email, portico.staff.password);
  await expect(elsewhere).toHaveURL(/\/customers/);
  await elsewhere.goto("/account");
  await elsewhere.getByRole("button", { name: "End session" }).first().click();
  await expect(elsewhere.locator("main").getByText("That session is ended")).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await elsewhere.context().close();
});

test("a forgotten password is reset by e-mail; the link works once and the old password no more", async ({
  page,
  portico,
  inbox,
}) => {
  const email = "cleo@portico-demo.example";
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot password" }).click();
  await page.getByLabel("E-mail").fill("Cleo@Portico-Demo.example");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mailbox" })).toBeVisible();
  const mail = await inbox.waitFor(email);
  const link = /https?:\/\/\S+\/reset\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  for (let scan = 0; scan < 5; scan += 1) expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expectAccessible(page);
  await page.locator("[name=password]").fill(NEW);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.locator("main").getByText("Your password is changed")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("This link was used already")).toBeVisible();
  await expectAccessible(page);
  await signIn(page, email, portico.staff.password);
  await expect(page.locator("form").getByRole("alert")).toContainText("do not open an account here");
  await signIn(page, email, NEW);
  await expect(page).toHaveURL(/\/customers/);
});

test("ten wrong passwords in a row make the eleventh try wait", async ({ page, portico }) => {
  for (let i = 0; i < 10; i += 1) {
    await signIn(page, "dan@portico-demo.example", "wrong wrong wrong wrong");
    await expect(page.locator("form").getByRole("alert")).toContainText("do not open an account here");
  }
  await signIn(page, "dan@portico-demo.example", portico.staff.password);
  await expect(page.locator("form").getByRole("alert")).toContainText(
    "Too many attempts. Try again in a minute",
  );
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("sign-in, refusal, change of password and theme work", async ({ page, portico }) => {
    await signIn(page, "ben@portico-demo.example", "wrong wrong wrong wrong");
    await expect(page.getByText("do not open an account here")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue("ben@portico-demo.example");
    await page.locator("[name=password]").fill(portico.staff.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/customers/);
    await page.goto("/account");
    await page.locator("[name=current]").fill(portico.staff.password);
    await page.locator("[name=password]").fill(NEW);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.locator("main").getByText("Your password is changed")).toBeVisible();
  });
});
