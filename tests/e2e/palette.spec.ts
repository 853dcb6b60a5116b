import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.beforeEach(async ({ page, portico }) => {
  await openAsStaff(page, portico, "/customers");
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
});

test("by keyboard alone: a page by its old name, a company by its code, a contact by part of a name", async ({
  page,
}) => {
  const field = page.getByRole("combobox", { name: "Go to" });
  const options = page.getByRole("option");

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await expect(options.first()).toHaveText("Customers");
  await page.keyboard.type("cloud access admin");
  await expect(options).toHaveText(["Portal access"]);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/access$/);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("winslow");
  await expect(page.getByRole("group", { name: "Customers and suppliers" })).toContainText("Winslow Estates");
  await expect(page.getByRole("group", { name: "Contacts" })).toBeVisible();
  await page.getByRole("option").first().hover();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Winslow");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("add contact");
  await expect(options.first()).toHaveText("Add contact");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contacts\/new$/);
});

test("nothing found says so, Escape leaves, and the focus goes back", async ({ page }) => {
  const button = page.getByRole("button", { name: /Go to/ });
  await button.click();
  await expect(page.getByRole("combobox", { name: "Go to" })).toBeFocused();
  await page.keyboard.type("zzzzqq");
  await expect(page.getByRole("dialog")).toContainText("Nothing is called “zzzzqq”.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("on a phone its button opens it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: /Go to/ }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
});
