import type { SmtpSink } from "../support/smtp-sink";
import { countChanges, holdMessage, tick, tray } from "./support/access-steps";
import type { Portico } from "./support/start-portico";
import { openAsStaff, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const OWN = "copper lantern walks to harbour";

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

test("ticks have no effect until Services are on; leaving asks; Update keeps them; the contact sees just that", async ({
  page,
  browser,
  portico,
  inbox,
}) => {
  const { company, company_id: companyId, name, email } = await somebodyShutOut(portico);
  await openAsStaff(page, portico);
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
  expect(await countChanges(portico)).toBe(before + 1);
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

test("a tick that somebody else changed in the meantime is told, and both are shown", async ({
  page,
  browser,
  portico,
}) => {
  const other = await windowOf(browser, portico);
  for (const window of [page, other]) await openAsStaff(window, portico, "/access?q=bright");
  for (const window of [page, other]) await tick(window, "Issues", "Ana Bright").first().click();
  await tray(other).getByRole("button", { name: "Update" }).click();
  await holdMessage(other, /^Updated:/);
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
