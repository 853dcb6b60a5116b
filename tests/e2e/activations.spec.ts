import type { Page } from "@playwright/test";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/contacts"));
test.afterEach(({ inbox }) => {
  inbox.manners = {};
});

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name });

test("a hundred contacts at once: looked at first, sent by a mail server that refuses some, each followed", async ({
  page,
  portico,
  inbox,
}) => {
  test.slow();
  await portico.asSuperuser(
    `WITH company AS (SELECT organisation_id, id, access_since FROM companies WHERE name = 'Winslow Estates'),
      people AS (SELECT n, gen_random_uuid() AS login, gen_random_uuid() AS contact FROM generate_series(1, 101) n),
      logged AS (INSERT INTO logins (organisation_id, id, email)
        SELECT organisation_id, login, 'crowd' || n || CASE WHEN n % 10 = 0 THEN '@gone.example' ELSE '@crowd.example' END
        FROM company, people WHERE n <= 100 RETURNING id)
    INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
      SELECT organisation_id, contact, company.id, 'customer', CASE WHEN n <= 100 THEN login END, 'Crowd ' || n, 1
      FROM company, people, (SELECT count(*) FROM logged) AS done`,
  );
  inbox.manners = {
    refuse: (address) => (address.endsWith("@gone.example") ? "550 No such user" : undefined),
  };

  await page.goto("/contacts?q=crowd");
  await page.getByText("Activation", { exact: true }).click();
  await page.getByRole("button", { name: "Send to all that this filter shows…" }).click();
  await expect(page.getByText("100 of 101 get a link")).toBeVisible();
  await expect(page.getByRole("list", { name: "Who is skipped" })).toContainText(
    "1 skipped: has no e-mail address.",
  );
  await expectAccessible(page);
  await tab(page, "Skipped 1").click();
  await expect(page.getByRole("rowheader")).toHaveText(["Crowd 101"]);
  expect(inbox.arrived.filter(({ envelopeTo }) => envelopeTo.startsWith("crowd"))).toEqual([]);

  await page.getByRole("button", { name: "Send 100 activation e-mails" }).click();
  await expect(tab(page, "Sent 90")).toBeVisible({ timeout: 60_000 });
  await expect(tab(page, "E-mail failed 10")).toBeVisible();
  expect(inbox.arrived.filter(({ envelopeTo }) => envelopeTo.startsWith("crowd"))).toHaveLength(90);
  await expect(page.getByRole("list", { name: "How far they came" })).toContainText("Sent90 · 90%");
  await expectAccessible(page);
  await tab(page, "E-mail failed").click();
  await expect(page.getByRole("row")).toHaveCount(11);
  await expect(page.getByRole("row").nth(1)).toContainText("550 No such user");
  await page.getByRole("rowheader").first().getByRole("link").click();
  const steps = page.getByRole("list", { name: "How far the latest invitation has come" });
  await expect(steps.getByRole("listitem").nth(1)).toHaveText("Sentnot yet");
});

test("the stuck stand in one list with what helps, and one way to send to them anew", async ({
  page,
  inbox,
}) => {
  test.slow();
  await page.goto("/activations");
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Stuck" }).getByRole("link", { name: "E-mail failed" }).click();
  await expect(page).toHaveURL(/stuck=failed/);
  await expect(page.getByRole("table", { name: "Stuck invitations" })).toContainText("550 No such user");
  await page
    .getByRole("button", { name: /^More for Crowd/ })
    .first()
    .click();
  await expect(page.getByRole("menuitem", { name: "Send activation e-mail again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Send a fresh link to all/ }).click();
  await expect(page.getByText(/10 of 10 get a link|11 of 11 get a link/)).toBeVisible();
  await page.getByRole("button", { name: /^Send \d+ activation e-mails$/ }).click();
  await expect(tab(page, "Sent 10")).toBeVisible({ timeout: 60_000 });
  expect(inbox.arrived.filter(({ envelopeTo }) => envelopeTo.endsWith("@gone.example"))).toHaveLength(10);
});

test("what was drawn up can be called off, and chosen rows lead to the same page", async ({
  page,
  inbox,
}) => {
  await page.goto("/contacts?q=crowd");
  const before = inbox.arrived.length;
  await page.getByRole("checkbox", { name: "Select Crowd 1", exact: true }).check();
  await page.getByRole("checkbox", { name: "Select Crowd 2", exact: true }).check();
  await page.getByRole("button", { name: "Send activation e-mail…" }).click();
  await expect(page.getByText("2 of 2 get a link")).toBeVisible();
  await page.getByRole("button", { name: "Call it off" }).click();
  await expect(tab(page, "Skipped 2")).toBeVisible();
  expect(inbox.arrived.length).toBe(before);
});
