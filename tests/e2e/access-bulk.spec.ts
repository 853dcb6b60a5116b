import { holdMessage, tray } from "./support/access-steps";
import type { Portico } from "./support/start-portico";
import { openAsStaff, signInAtPortal, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

/** What every contact may do, cell by cell, as the portal itself would find it. */
async function ledgerOf(portico: Portico): Promise<unknown> {
  return portico.asSuperuser(
    `SELECT e.scope, e.company_id, e.contact_id, e.permission, e.effect FROM access_entries e
     JOIN access_changes h USING (organisation_id) WHERE h.id = e.change_id AND h.undone_at IS NULL
     ORDER BY e.change_id, e.position`,
  );
}

test("full access for all is confirmed with its reach, refused to an open session when disabled, and undone exactly", async ({
  page,
  browser,
  portico,
}) => {
  const theirs = await windowOf(browser, portico);
  await signInAtPortal(theirs, portico.customer);
  await expect(theirs.getByRole("heading", { name: /^Hello/ })).toBeVisible();
  expect((await theirs.goto("/portal/demo/invoices"))?.status()).toBe(200);
  const asItWas = await ledgerOf(portico);

  await openAsStaff(page, portico);
  const choose = async (act: string) => {
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    await page.getByRole("menuitem", { name: `${act}…` }).click();
  };
  await choose("Enable full access");
  const enable = page.getByRole("dialog", { name: "Enable Full access" });
  await expect(enable.getByText(/^Activating Full access: \d+ customers, \d+ contacts/)).toBeVisible();
  await expectAccessible(page);
  await enable.getByRole("button", { name: "Cancel" }).click();
  await expect(tray(page)).toHaveCount(0);

  await choose("Enable full access");
  await expect(enable.getByText(/^Activating Full access/)).toBeVisible();
  await enable.getByRole("button", { name: "Enable Full access" }).click();
  await expect(page.locator("[data-cell][aria-checked=false]")).toHaveCount(0);
  await tray(page).getByRole("button", { name: "Update" }).click();
  await expect(page.getByText(/^Updated: Enable Full access/)).toBeVisible();
  expect((await theirs.goto("/portal/demo/install"))?.status()).toBe(200);

  await choose("Disable full access");
  const disable = page.getByRole("dialog", { name: "Disable Full access" });
  await expect(disable.getByText(/\d contacts lose access/)).toBeVisible();
  await disable.getByRole("button", { name: "Disable Full access" }).click();
  await tray(page).getByRole("button", { name: "Update" }).click();
  await holdMessage(page, /^Updated: Disable Full access/);
  expect((await theirs.goto("/portal/demo/invoices"))?.status()).toBe(403);

  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText(/^Undone: Disable Full access/)).toBeVisible();
  await page.goto("/access/changes");
  await expectAccessible(page);
  await page
    .getByRole("row")
    .filter({ hasText: "Enable Full access" })
    .first()
    .getByRole("button", { name: /Undo/ })
    .click();
  await expect.poll(() => ledgerOf(portico)).toEqual(asItWas);
  expect((await theirs.goto("/portal/demo/invoices"))?.status()).toBe(200);
  expect((await theirs.goto("/portal/demo/install"))?.status()).toBe(403);
  await theirs.context().close();
});
