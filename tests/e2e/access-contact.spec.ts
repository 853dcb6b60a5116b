import { tick, tray } from "./support/access-steps";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test("one contact's access is changed from their page, and what they will see is shown before", async ({
  page,
  portico,
}) => {
  await openAsStaff(page, portico, "/access?q=bright");
  await tick(page, "Service", "Ana Bright").first().click();
  await page.getByRole("button", { name: "More for Ana Bright" }).first().click();
  await page.getByRole("menuitem", { name: "What will they see?" }).click();
  const preview = page.getByRole("dialog", { name: "What will Ana Bright see?" });
  await expect(preview.getByText("As it will be after Update; what changes is marked.")).toBeVisible();
  await expectAccessible(page);
  await preview.getByRole("button", { name: "Close" }).click();
  await tray(page).getByRole("button", { name: "Discard all" }).click();

  await page.getByRole("link", { name: "Ana Bright" }).first().click();
  await page.waitForURL("**/contacts/*");
  await page.getByRole("button", { name: "Change access" }).click();
  const drawer = page.getByRole("dialog", { name: "What Ana Bright may see" });
  await drawer.getByRole("switch", { name: "Install" }).click();
  await expect(drawer.getByRole("switch", { name: "Install (staged)" })).toBeChecked();
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(page.getByText("Updated: Ana Bright: Install on")).toBeVisible();
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: "Install" })
      .getByText(/Ana Bright: Install on/)
      .filter({ visible: true }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText(/^Undone:/)).toBeVisible();
});
