import { givePassword, openAsStaff, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

// No roles, no assignments.
const DAN = "dan@portico-demo.example";

test("who is assigned to nothing sees no customer; granted access, that one; removed, not even that", async ({
  page,
  browser,
  portico,
}) => {
  const [company] = await portico.asSuperuser<{ id: string; name: string }>(
    "SELECT id, name FROM companies WHERE kind = 'customer' AND status = 'active' ORDER BY name LIMIT 1",
  );
  const path = `/customers/${company?.id}`;
  await givePassword(portico, DAN);
  await portico.asSuperuser(
    "DELETE FROM assignments a USING staff_users s WHERE s.id = a.staff_id AND s.email = $1",
    [DAN],
  );
  const theirs = await windowOf(browser, portico);
  await openAsStaff(theirs, portico, "/customers", DAN);
  await expect(theirs.getByRole("heading", { name: "No customer is yours to see yet" })).toBeVisible();
  await expectAccessible(theirs);
  expect((await theirs.goto(path))?.status()).toBe(404);

  await openAsStaff(page, portico, `${path}/users`);
  await expectAccessible(page);
  await page.getByLabel("Their e-mail address").fill("nobody@portico-demo.example");
  await page.getByRole("button", { name: "Save access" }).click();
  await expect(page.getByText(/No colleague of yours signs in with this address/).first()).toBeVisible();
  await page.getByLabel("Their e-mail address").fill(DAN);
  await page.getByRole("button", { name: "Save access" }).click();
  await expect(page.getByRole("button", { name: "Make Dan Okoro administrator" })).toBeVisible();

  await theirs.goto("/customers");
  await expect(theirs.getByRole("rowheader")).toHaveText([company?.name ?? ""]);
  await theirs.goto(`${path}/users`);
  await expect(theirs.getByRole("button", { name: "Save access" })).toHaveCount(0);
  await expectAccessible(theirs);

  await page.getByRole("button", { name: "Make Dan Okoro administrator" }).click();
  await expect(page.getByRole("button", { name: "Make Dan Okoro member" })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("button", { name: "Save access" })).toBeVisible();

  await page.getByRole("button", { name: "Remove the access of Dan Okoro" }).click();
  await expect(page.getByText("Dan Okoro")).toHaveCount(0);
  expect((await theirs.goto(path))?.status()).toBe(404);
  await theirs.context().close();
});

test("the last administrator stays, and the page says why", async ({ page, portico }) => {
  const [company] = await portico.asSuperuser<{ id: string; name: string }>(
    `SELECT k.id, k.name FROM companies k JOIN assignments a ON a.company_id = k.id
     WHERE k.kind = 'customer' GROUP BY k.id, k.name HAVING count(*) FILTER (WHERE a.level = 'administrator') = 1
     ORDER BY k.name LIMIT 1`,
  );
  await openAsStaff(page, portico, `/customers/${company?.id}/users`);
  const reason = `Ada Winter is the last administrator of ${company?.name}. Make somebody else an administrator first.`;
  for (const act of ["Make Ada Winter member", "Remove the access of Ada Winter"]) {
    await page.getByRole("button", { name: act }).click();
    await expect(page.getByText(reason).first()).toBeVisible();
    await expectAccessible(page);
    await page.reload();
  }
  await expect(page.getByRole("button", { name: "Make Ada Winter member" })).toBeVisible();
});
