import type { Page } from "@playwright/test";
import type { Portico } from "./support/start-portico";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const WHAT = "Enable Install for all customer contacts";

const row = (page: Page) => page.getByRole("row").filter({ hasText: WHAT });

/** A change for all, as Update saves it. */
async function someChange(portico: Portico): Promise<void> {
  await portico.asSuperuser(
    `WITH h AS (INSERT INTO access_changes (organisation_id, id, summary, made_by_name, subjects, is_for_everyone)
      SELECT organisation_id, max(id) + 1, $1, 'Ada Heron', '{customer install}', true FROM access_changes GROUP BY 1 RETURNING *)
    INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, permission, effect)
      SELECT organisation_id, id, 0, 'customer', 'everyone', 'install', 'allow' FROM h`,
    [WHAT],
  );
}

test("the history says who changed what for whom, and each change what it says", async ({
  page,
  portico,
}) => {
  await someChange(portico);
  await openAsStaff(page, portico, "/access/changes");
  await expect(row(page)).toContainText("Ada Heron");
  await expect(row(page)).toContainText("All customer contacts");
  await expectAccessible(page);
  await page.getByRole("searchbox", { name: "Search changes" }).fill("nothing of this name");
  await expect(page.getByRole("heading", { name: "No change found for" })).toBeVisible();
  await page.getByRole("link", { name: "Show all changes" }).click();
  await expect(row(page)).toBeVisible();
  await page.getByLabel("Made until").fill("2001-01-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No change was made until that day" })).toBeVisible();
  await page.getByRole("link", { name: "Any day" }).click();
  await page.getByRole("link", { name: WHAT }).click();
  await expect(page.getByRole("listitem").filter({ hasText: WHAT }).last()).toBeVisible();
  await expectAccessible(page);
});

test("a change is undone and redone, on a phone too", async ({ page, portico }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAsStaff(page, portico, "/access/changes");
  const undo = row(page).getByRole("button", { name: `Undo ${WHAT}` });
  await expect(undo).toBeInViewport({ ratio: 1 });
  await undo.click();
  await expect(row(page).getByRole("button", { name: `Redo ${WHAT}` })).toBeInViewport({ ratio: 1 });
  await row(page).getByRole("link", { name: WHAT }).click();
  await page.getByRole("button", { name: `Redo ${WHAT}` }).click();
  await expect(page.getByText("Redone")).toBeVisible();
  await expect(page.getByRole("button", { name: `Undo ${WHAT}` })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a change that somebody else undid first is said to be undone already", async ({ page, portico }) => {
  await openAsStaff(page, portico, "/access/changes");
  const undo = row(page).getByRole("button", { name: `Undo ${WHAT}` });
  await expect(undo).toBeVisible();
  await portico.asSuperuser(
    "UPDATE access_changes SET undone_at = now(), undone_by_name = 'Grace Heron' WHERE summary = $1",
    [WHAT],
  );
  await undo.click();
  await expect(page.getByText("Grace Heron undid this change already.")).toBeVisible();
  await portico.asSuperuser(
    "UPDATE access_changes SET undone_at = NULL, undone_by_name = NULL WHERE summary = $1",
    [WHAT],
  );
});

test("without script a change is undone all the same", async ({ browser, portico }) => {
  const context = await browser.newContext({ baseURL: portico.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await openAsStaff(page, portico, "/access/changes");
  await row(page)
    .getByRole("button", { name: `Undo ${WHAT}` })
    .click();
  await expect(row(page).getByText("Undone")).toBeVisible();
  await context.close();
});
