import { expect, expectAccessible, test } from "./support/test";

test.use({ data: "bare" });
test.describe.configure({ mode: "serial" });

test("on a bare database every way leads to set-up, which wants the printed token", async ({ page }) => {
  await page.goto("/login");
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByText("Open the set-up address that was printed when it started")).toBeVisible();
  await expect(page.locator("[name=organisationName]")).toHaveCount(0);
  await page.goto("/setup?token=guessed");
  await expect(page.locator("[name=organisationName]")).toHaveCount(0);
  await expectAccessible(page);
});

test("the first organisation and administrator are set up, keeping what was typed through a refusal", async ({
  page,
  portico,
}) => {
  await page.goto(`/setup?token=${portico.setupToken}`);
  await page.getByLabel("Organisation").fill("Acme Foods");
  await page.getByLabel("Address of the portal").fill("acme");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByLabel("Your name").fill("Ada Winter");
  await page.getByLabel("Your e-mail").fill("Ada@Acme.example");
  await page.locator("[name=password]").fill("acme foods acme foods");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText(
    "built from your name, e-mail address or organisation",
  );
  await expect(page.getByLabel("Organisation")).toHaveValue("Acme Foods");
  await expect(page.locator("[name=password]")).toHaveValue("");
  await expectAccessible(page);
  await page.locator("[name=password]").fill("violet tractor sings on monday");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("E-mail").fill("ada@acme.example");
  await page.locator("[name=password]").fill("violet tractor sings on monday");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/customers/);
  await expect(page.getByText("Ada Winter").first()).toBeVisible();
});

test("once set up, the token opens nothing any more", async ({ page, portico }) => {
  await page.goto(`/setup?token=${portico.setupToken}`);
  await expect(page).toHaveURL(/\/login/);
});
