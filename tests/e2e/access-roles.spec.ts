import { givePassword, openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

// No role of hers has to do with access.
const CLEO = "cleo@portico-demo.example";

test("a portal that is not offered cannot be chosen, and who has no role finds neither menu item nor page", async ({
  page,
  portico,
}) => {
  const modules = "SELECT modules FROM organisations WHERE slug = 'demo'";
  const [was] = await portico.asSuperuser<{ modules: string[] }>(modules);
  await portico.asSuperuser(
    "UPDATE organisations SET modules = array_remove(modules, 'customerPortal') WHERE slug = 'demo'",
  );
  await openAsStaff(page, portico);
  const portals = page.getByRole("navigation", { name: "Portal", exact: true });
  await expect(portals.getByRole("link", { name: "Customer" })).toHaveAttribute("aria-disabled", "true");
  await expect(portals.getByRole("link", { name: "Supplier" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("columnheader", { name: "Purchase Orders" })).toBeVisible();
  await expectAccessible(page);
  await portico.asSuperuser("UPDATE organisations SET modules = $1 WHERE slug = 'demo'", [was?.modules]);

  await givePassword(portico, CLEO);
  await page.context().clearCookies();
  await openAsStaff(page, portico, "/customers", CLEO);
  await expect(page.getByRole("link", { name: "Portal access" })).toHaveCount(0);
  expect((await page.goto("/access"))?.status()).toBe(403);
});
