import type { Browser, Page } from "@playwright/test";
import type { SmtpSink } from "../support/smtp-sink";
import type { Portico } from "./support/start-portico";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const OWN = "copper lantern walks to harbour";

async function openAccess(page: Page, { staff }: Portico, address = "/access"): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(address)}`);
  await page.getByLabel("E-mail").fill(staff.email);
  await page.locator("[name=password]").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${address}`);
}

const tick = (page: Page, what: string, whose: string) =>
  page.getByRole("checkbox", { name: new RegExp(`^${what}, ${whose}`) });
const tray = (page: Page) => page.getByRole("region", { name: "Staged changes" });
const countChanges = async (portico: Portico) =>
  (await portico.asSuperuser<{ n: number }>("SELECT count(*)::int AS n FROM access_changes"))[0]?.n;

/** What every contact may do, cell by cell, as the portal itself would find it. */
async function ledgerOf(portico: Portico): Promise<unknown> {
  return portico.asSuperuser(
    `SELECT e.scope, e.company_id, e.contact_id, e.permission, e.effect FROM access_entries e
     JOIN access_changes h USING (organisation_id) WHERE h.id = e.change_id AND h.undone_at IS NULL
     ORDER BY e.change_id, e.position`,
  );
}

type Somebody = { company_id: string; company: string; contact_id: string; name: string; email: string };

/** A contact who could register, at a company whose Services were never on. */
async function somebodyShutOut(portico: Portico): Promise<Somebody> {
  const [found] = await portico.asSuperuser<Somebody>(
    `SELECT k.id AS company_id, k.name AS company, c.id AS contact_id, c.name, l.email
     FROM contacts c JOIN logins l ON l.id = c.login_id JOIN companies k ON k.id = c.company_id
     WHERE l.password_hash IS NULL AND c.deactivated_at IS NULL AND k.status = 'active' AND c.kind = 'customer'
       AND NOT EXISTS (SELECT FROM tokens t WHERE t.login_id = l.id)
       AND NOT EXISTS (SELECT FROM contact_group_roles g WHERE g.contact_id = c.id)
     ORDER BY k.code, l.email LIMIT 1`,
  );
  if (!found) throw new Error("The demo has nobody who could register.");
  await portico.asSuperuser("DELETE FROM access_entries WHERE company_id = $1 OR contact_id = $2", [
    found.company_id,
    found.contact_id,
  ]);
  return found;
}

async function linkTo(inbox: SmtpSink, email: string): Promise<string> {
  const mails = () => inbox.arrived.filter((mail) => mail.envelopeTo === email);
  await expect.poll(() => mails().length, { timeout: 20_000 }).toBeGreaterThan(0);
  return /https?:\/\/\S+\/activate\/[\w-]+/.exec(mails().at(-1)?.text ?? "")?.[0] ?? "";
}

async function windowOf(browser: Browser, portico: Portico): Promise<Page> {
  return (await browser.newContext({ baseURL: portico.url, locale: "en-GB" })).newPage();
}

async function signInToPortal(page: Page, { customer }: Portico): Promise<void> {
  await page.goto("/portal/demo/login");
  await page.locator("[name=email]").fill(customer.email);
  await page.locator("[name=password]").fill(customer.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
}

test("ticks have no effect until Services are on; leaving asks; Update keeps them; the contact sees just that", async ({
  page,
  browser,
  portico,
  inbox,
}) => {
  test.setTimeout(150_000);
  const { company, company_id: companyId, name, email } = await somebodyShutOut(portico);
  await openAccess(page, portico);
  await expectAccessible(page);
  await page.getByLabel("Search companies").last().fill(company);
  await page.waitForURL(/cq=/);
  await page.getByRole("checkbox", { name: `Show contacts of ${company}`, exact: true }).check();
  await page.waitForURL(new RegExp(`company=${companyId}`));
  await expect(tick(page, "Invoices", name)).toBeVisible();

  await tick(page, "Invoices", name).click();
  await expect(tick(page, "Invoices", name)).toHaveAccessibleName(`Invoices, ${name}, staged, no effect`);
  await expect(page.getByRole("tooltip")).toContainText("No effect: Services are off");
  await tick(page, "Services", company).click();
  await expect(tick(page, "Invoices", name)).toHaveAccessibleName(`Invoices, ${name}, staged`);
  const register = tick(page, "Can Register", name);
  if ((await register.getAttribute("aria-checked")) !== "true") await register.click();
  await expectAccessible(page);

  const before = await countChanges(portico);
  await page.getByRole("link", { name: "Customers", exact: true }).first().click();
  const question = page.getByRole("alertdialog", { name: "Leave without Update?" });
  await expectAccessible(page);
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(tray(page)).toBeVisible();
  await page.getByRole("link", { name: "Customers", exact: true }).first().click();
  await question.getByRole("button", { name: "Leave" }).click();
  await page.waitForURL("**/customers");
  expect(await countChanges(portico)).toBe(before);

  await page.goto(`/access?company=${companyId}`);
  await expect(tray(page)).toBeVisible();
  await tray(page).getByRole("button", { name: "Update" }).click();
  await expect(page.getByText(/^Updated:/)).toBeVisible();
  expect(await countChanges(portico)).toBe((before ?? 0) + 1);
  await page.reload();
  await expect(tick(page, "Invoices", name)).toHaveAttribute("aria-checked", "true");
  await expect(tray(page)).toHaveCount(0);

  const theirs = await windowOf(browser, portico);
  await theirs.goto("/portal/demo/register");
  await theirs.locator("[name=email]").fill(email);
  await theirs.getByRole("button", { name: "Send the link" }).click();
  await theirs.goto(await linkTo(inbox, email));
  await theirs.getByRole("button", { name: "Continue" }).click();
  await theirs.locator("[name=password]").fill(OWN);
  await theirs.getByRole("checkbox").check();
  await theirs.getByRole("button", { name: "Activate account" }).click();
  await expect(theirs.getByRole("heading", { name: `Hello, ${name}` })).toBeVisible();
  await expect(
    theirs.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Invoices" }),
  ).toBeVisible();
  expect((await theirs.goto("/portal/demo/invoices"))?.status()).toBe(200);
  await theirs.context().close();
});

test("full access for all is confirmed with its reach, refused to an open session when disabled, and undone exactly", async ({
  page,
  browser,
  portico,
}) => {
  test.setTimeout(150_000);
  const theirs = await windowOf(browser, portico);
  await signInToPortal(theirs, portico);
  expect((await theirs.goto("/portal/demo/invoices"))?.status()).toBe(200);
  const asItWas = await ledgerOf(portico);

  await openAccess(page, portico);
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
  await expect(page.getByText(/^Updated: Disable Full access/)).toBeVisible();
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

test("a tick that somebody else changed in the meantime is told, and both are shown", async ({
  page,
  browser,
  portico,
}) => {
  const other = await windowOf(browser, portico);
  for (const window of [page, other]) await openAccess(window, portico, "/access?q=bright");
  for (const window of [page, other]) await tick(window, "Issues", "Ana Bright").first().click();
  await tray(other).getByRole("button", { name: "Update" }).click();
  await expect(other.getByText(/^Updated:/)).toBeVisible();
  await tray(page).getByRole("button", { name: "Update" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody changed the same in the meantime" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Keep it staged and look" }).click();
  await expect(tray(page)).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).first().click();
  await expect(other.getByText(/^Undone:/)).toBeVisible();
  await tray(page).getByRole("button", { name: "Discard all" }).click();
  await other.context().close();
});

test("a portal that is not offered cannot be chosen, and who has no role finds neither menu item nor page", async ({
  page,
  portico,
}) => {
  const modules = "SELECT modules FROM organisations WHERE slug = 'demo'";
  const [was] = await portico.asSuperuser<{ modules: string[] }>(modules);
  await portico.asSuperuser(
    "UPDATE organisations SET modules = array_remove(modules, 'customerPortal') WHERE slug = 'demo'",
  );
  await openAccess(page, portico);
  const portals = page.getByRole("navigation", { name: "Portal", exact: true });
  await expect(portals.getByRole("link", { name: "Customer" })).toHaveAttribute("aria-disabled", "true");
  await expect(portals.getByRole("link", { name: "Supplier" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("columnheader", { name: "Purchase Orders" })).toBeVisible();
  await expectAccessible(page);
  await portico.asSuperuser("UPDATE organisations SET modules = $1 WHERE slug = 'demo'", [was?.modules]);

  await portico.asSuperuser(
    `UPDATE staff_users SET password_hash = (SELECT password_hash FROM staff_users WHERE email = $1)
     WHERE email = 'cleo@portico-demo.example'`,
    [portico.staff.email],
  );
  await page.context().clearCookies();
  await openAccess(
    page,
    { ...portico, staff: { ...portico.staff, email: "cleo@portico-demo.example" } },
    "/customers",
  );
  await expect(page.getByRole("link", { name: "Portal access" })).toHaveCount(0);
  expect((await page.goto("/access"))?.status()).toBe(403);
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  for (let presses = 0; presses < 150; presses += 1) {
    if (name.test(await focused())) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}

test("all of it goes by the keyboard alone", async ({ page, portico }) => {
  await openAccess(page, portico, "/access?q=bright");
  await tabTo(page, /^Can Register, Ana Bright/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Space");
  await expect(tray(page)).toContainText(/staged change/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await tabTo(page, /^Update$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Updated:/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().press("Enter");
  await expect(page.getByText(/^Undone:/)).toBeVisible();
});

test("on a phone the contacts are a list with switches", async ({ page, portico }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAccess(page, portico, "/access?q=bright");
  await page.getByText("Ana Bright").first().click();
  await expectAccessible(page);
  await page.getByRole("switch", { name: "Install" }).first().click();
  await expect(tray(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await tray(page).getByRole("button", { name: "Discard all" }).click();
});

test("one contact's access is changed from their page, and what they will see is shown before", async ({
  page,
  portico,
}) => {
  await openAccess(page, portico, "/access?q=bright");
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
