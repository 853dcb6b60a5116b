import { countChanges, tick, tray } from "./support/access-steps";
import type { Portico } from "./support/start-portico";
import { givePassword, openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

// Sees companies and contacts; what access is open to her is for each test to say.
const CLEO = "cleo@portico-demo.example";

type Known = { id: string; name: string; contact: string; site: string; at_site: string };

/** A customer with Services on, somebody there, and a site of it with somebody there. */
async function companyWithSite({ asSuperuser }: Portico): Promise<Known> {
  const [found] = await asSuperuser<Known>(
    `SELECT k.id, k.name, c.name AS contact, s.name AS site, w.name AS at_site
     FROM companies k JOIN contacts c ON c.company_id = k.id
       JOIN companies s ON s.parent_id = k.id JOIN contacts w ON w.company_id = s.id
     WHERE k.kind = 'customer' AND k.status = 'active' AND c.deactivated_at IS NULL AND w.deactivated_at IS NULL
       AND EXISTS (SELECT FROM access_entries e WHERE e.company_id = k.id AND e.permission = 'services' AND e.effect = 'allow')
     ORDER BY k.name, c.name, s.name, w.name LIMIT 1`,
  );
  if (!found) throw new Error("The demo has no customer with a site.");
  return found;
}

test("a company's page has the ticks of its contacts: staged, asked about when leaving, saved as one change, undone", async ({
  page,
  portico,
}) => {
  const { id, name, contact } = await companyWithSite(portico);
  await openAsStaff(page, portico, `/customers/${id}`);
  await page.getByRole("navigation", { name }).getByRole("link", { name: "Access" }).click();
  await page.waitForURL(`**/customers/${id}/access`);
  await expectAccessible(page);
  await expect(tick(page, "Services", name)).toHaveAttribute("aria-checked", "true");
  const manage = tick(page, "Manage Colleagues", contact);
  const was = await manage.getAttribute("aria-checked");
  await manage.click();
  await expect(manage).toHaveAccessibleName(`Manage Colleagues, ${contact}, staged`);
  await expectAccessible(page);

  const before = await countChanges(portico);
  await page.getByRole("navigation", { name }).getByRole("link", { name: "Overview" }).click();
  const question = page.getByRole("alertdialog", { name: "Leave without Update?" });
  await question.getByRole("button", { name: "Stay here" }).click();
  expect(await countChanges(portico)).toBe(before);
  await tray(page).getByRole("button", { name: "Update" }).click();
  await expect(
    page.getByText(`Updated: ${contact}: Manage Colleagues ${was === "true" ? "off" : "on"}`),
  ).toBeVisible();
  expect(await countChanges(portico)).toBe(before + 1);
  await expect(manage).toHaveAttribute("aria-checked", was === "true" ? "false" : "true");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText(/^Undone:/)).toBeVisible();
  await expect(manage).toHaveAttribute("aria-checked", was ?? "");
});

test("its sites join it when asked for, also in what the menu reaches, and nobody else does", async ({
  page,
  portico,
}) => {
  const { id, name, contact, site, at_site: atSite } = await companyWithSite(portico);
  await openAsStaff(page, portico, `/customers/${id}/access`);
  await expect(tick(page, "Invoices", contact)).toBeVisible();
  await expect(tick(page, "Invoices", atSite)).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "Sites" })
    .getByRole("link", { name: /^With its/ })
    .click();
  await page.waitForURL(/sites=yes/);
  await expect(tick(page, "Invoices", atSite)).toBeVisible();
  await expect(tick(page, "Services", site)).toBeVisible();
  await page.getByLabel("Search contacts").last().fill(atSite);
  await page.waitForURL(/sites=yes&q=/);
  await expect(tick(page, "Invoices", contact)).toHaveCount(0);

  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Place Orders…" }).click();
  const dialog = page.getByRole("dialog", { name: "Enable Place Orders" });
  await expect(dialog.getByRole("radio")).toHaveCount(6);
  await expect(dialog.getByRole("radio", { name: `All contacts of ${name} and its sites` })).toBeChecked();
  await expect(dialog.getByText(/^Activating Place Orders: \d+ customers?, \d+ contacts?/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enable Place Orders" }).click();
  await expect(tick(page, "Place Orders", atSite)).toHaveAttribute("aria-checked", "true");
  await tray(page).getByRole("button", { name: "Discard all" }).click();
});

test("a supplier's page has the suppliers' permissions, and fits a phone", async ({ page, portico }) => {
  const [supplier] = await portico.asSuperuser<{ id: string; contact: string }>(
    `SELECT k.id, c.name AS contact FROM companies k JOIN contacts c ON c.company_id = k.id
     WHERE k.kind = 'supplier' AND c.deactivated_at IS NULL ORDER BY k.name, c.name LIMIT 1`,
  );
  await openAsStaff(page, portico, `/suppliers/${supplier?.id}/access`);
  await expect(page.getByRole("columnheader", { name: "Purchase Orders" })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page
    .getByText(supplier?.contact ?? "")
    .first()
    .click();
  await page.getByRole("switch", { name: "Purchase Orders" }).first().click();
  await expect(tray(page)).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await tray(page).getByRole("button", { name: "Discard all" }).click();
});

test("without a role there is neither tab nor page; with Access view one looks and changes nothing", async ({
  page,
  portico,
}) => {
  const { id, name, contact } = await companyWithSite(portico);
  await givePassword(portico, CLEO);
  await openAsStaff(page, portico, `/customers/${id}`, CLEO);
  const tabs = page.getByRole("navigation", { name });
  await expect(tabs.getByRole("link", { name: "Overview" })).toBeVisible();
  await expect(tabs.getByRole("link", { name: "Access" })).toHaveCount(0);
  expect((await page.goto(`/customers/${id}/access`))?.status()).toBe(403);

  await portico.asSuperuser(
    `INSERT INTO staff_roles (organisation_id, staff_id, role)
     SELECT organisation_id, id, 'accessView' FROM staff_users WHERE email = $1`,
    [CLEO],
  );
  await page.goto(`/customers/${id}`);
  await page.getByRole("navigation", { name }).getByRole("link", { name: "Access" }).click();
  await expect(page.getByText("You may look, but not change anything here.")).toBeVisible();
  await tick(page, "Invoices", contact).click({ force: true });
  await expect(tray(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Menu", exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await portico.asSuperuser(
    "DELETE FROM staff_roles WHERE role = 'accessView' AND staff_id = (SELECT id FROM staff_users WHERE email = $1)",
    [CLEO],
  );
});
