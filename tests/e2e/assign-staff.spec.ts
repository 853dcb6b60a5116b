import type { Page } from "@playwright/test";
import { givePassword, openAsStaff, windowOf } from "./support/sign-in";
import { listServerActions, postAction } from "./support/server-actions";
import type { Portico } from "./support/start-portico";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

// No roles, no assignments.
const DAN = "dan@portico-demo.example";

const unassign = ({ asSuperuser }: Portico) =>
  asSuperuser("DELETE FROM assignments a USING staff_users s WHERE s.id = a.staff_id AND s.email = $1", [
    DAN,
  ]);
const assignmentsOf = async ({ asSuperuser }: Portico, email: string) =>
  (
    await asSuperuser(
      "SELECT 1 FROM assignments a JOIN staff_users s ON s.id = a.staff_id WHERE s.email = $1",
      [email],
    )
  ).length;
const dialog = (page: Page) => page.getByRole("dialog", { name: "Assign staff" });

test.beforeEach(({ portico }) => givePassword(portico, DAN));
test.afterAll(({ portico }) => unassign(portico));

/** Says who and what in the first step, and goes on to the numbers. */
async function ask(form: ReturnType<typeof dialog> | Page, emails: string, what: string): Promise<void> {
  await form.getByLabel("E-mail addresses of colleagues").fill(emails);
  await form.getByLabel(what).check();
  await form.getByRole("button", { name: "See what would change" }).click();
}

test("two customers chosen in the grid are a colleague's to see, and no other; the last administrator stays", async ({
  page,
  browser,
  portico,
}) => {
  test.slow();
  await unassign(portico);
  const theirs = await windowOf(browser, portico);
  await openAsStaff(theirs, portico, "/customers", DAN);
  await openAsStaff(page, portico, "/customers");
  const rows = page.getByRole("rowheader");
  const names = [await rows.nth(0).innerText(), await rows.nth(1).innerText()];
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
  await page
    .getByRole("group", { name: "Acts on the selected rows" })
    .getByRole("link", { name: "Assign staff" })
    .click();
  await expectAccessible(page);
  await ask(dialog(page), "nobody@portico-demo.example", "Grant access as member");
  await expect(
    dialog(page)
      .getByText(/No colleague of yours signs in with nobody@/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await ask(dialog(page), DAN, "Grant access as member");
  await expect(dialog(page).getByText("Grant access as member: 2 of 2 customers would change")).toBeVisible();
  await expect(dialog(page).getByRole("list", { name: "By colleague" })).toHaveText(/Dan Okoro.*added to 2/);
  await expectAccessible(page);
  expect(await assignmentsOf(portico, DAN)).toBe(0);
  await dialog(page).getByRole("button", { name: "Grant access to 2 customers" }).click();
  await expect(dialog(page).getByText("Access to 2 customers granted")).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await expect(dialog(page)).toHaveCount(0);

  await theirs.goto("/customers");
  await expect(theirs.getByRole("rowheader")).toHaveText(names);
  await expect(theirs.getByRole("link", { name: "Assign staff" })).toHaveCount(0);
  await theirs.goto("/customers/assign");
  await expect(
    theirs.getByRole("heading", { name: "You are not an administrator of any company" }),
  ).toBeVisible();
  await expectAccessible(theirs);

  const administers = `/customers?q=${encodeURIComponent(names[0] ?? "")}`;
  await page.goto(administers);
  await page.getByRole("link", { name: "Assign staff" }).click();
  await ask(dialog(page), portico.staff.email, "Remove access");
  await expect(dialog(page).getByText(/would be left without an administrator, so it keeps/)).toBeVisible();
  await expect(dialog(page).getByText("Nothing would change")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: /Remove access/ })).toHaveCount(0);
  await expectAccessible(page);
  await theirs.context().close();
});

test("what a colleague was granted goes again by the filter, on a page of its own without script", async ({
  browser,
  portico,
}) => {
  await unassign(portico);
  await portico.asSuperuser(
    `INSERT INTO assignments (organisation_id, staff_id, company_id, level)
     SELECT s.organisation_id, s.id, c.id, 'member' FROM staff_users s JOIN companies c ON c.organisation_id = s.organisation_id
     WHERE s.email = $1 AND c.kind = 'customer' ORDER BY c.name LIMIT 3`,
    [DAN],
  );
  const context = await browser.newContext({
    baseURL: portico.url,
    javaScriptEnabled: false,
    locale: "en-GB",
  });
  const page = await context.newPage();
  await openAsStaff(page, portico, "/customers");
  await page.getByRole("link", { name: "Assign staff" }).click();
  await expect(page.getByRole("heading", { name: "Assign staff", level: 1 })).toBeVisible();
  await ask(page, "Dan", "Remove access");
  await expect(page.getByText(/“Dan” is no e-mail address/).first()).toBeVisible();
  await expect(page.getByLabel("E-mail addresses of colleagues")).toHaveValue("Dan");
  await ask(page, DAN, "Remove access");
  await expect(page.getByRole("list", { name: "By colleague" })).toContainText("taken off 3");
  await page.getByRole("button", { name: /^Remove access to \d+ customers?$/ }).click();
  await expect(page.getByText(/^Access to \d+ customers? removed$/)).toBeVisible();
  await page.getByRole("link", { name: "Back to Customers" }).click();
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await context.close();
});

test("ids of others, posted directly, change nothing, and the refusal says why", async ({
  browser,
  portico,
}) => {
  await unassign(portico);
  const page = await windowOf(browser, portico);
  await openAsStaff(page, portico, "/customers", DAN);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const companies = await portico.asSuperuser<{ id: string }>(
    "SELECT id FROM companies WHERE kind = 'customer' LIMIT 5",
  );
  const action = listServerActions().find(({ name }) => name === "assignManyAction");
  if (!action) throw new Error("There is no such action.");
  const asked = { kind: "customer", of: "chosen", companyIds: companies.map(({ id }) => id), emails: DAN };
  for (const more of [{}, { expected: "administrator 5 1" }, { of: "filter", filter: "?" }]) {
    const args = JSON.stringify([{ ...asked, level: "administrator", ...more }]);
    const { text } = await postAction(portico.url, action, args, { cookie, origin: portico.url });
    expect(text).toMatch(/"ok":false/);
    expect(text).toMatch(/not an administrator of any|fits this list any more/);
  }
  expect(await assignmentsOf(portico, DAN)).toBe(0);
  await page.context().close();
});

test("on a phone the grid leads there too, and nothing is wider than the window", async ({
  page,
  portico,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAsStaff(page, portico, "/suppliers");
  await page
    .getByRole("checkbox", { name: /^Select (?!all)/ })
    .first()
    .check();
  await page
    .getByRole("group", { name: "Acts on the selected rows" })
    .getByRole("link", { name: "Assign staff" })
    .click();
  await ask(dialog(page), `${DAN}, ${portico.staff.email}`, "Grant access as administrator");
  await expect(dialog(page).getByRole("list", { name: "By colleague" })).toContainText(
    "already an administrator of 1",
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await dialog(page).getByRole("link", { name: "Back" }).click();
  await expect(dialog(page).getByLabel("E-mail addresses of colleagues")).toHaveValue(new RegExp(DAN));
  await expect(dialog(page).getByLabel("Grant access as administrator")).toBeChecked();
});
