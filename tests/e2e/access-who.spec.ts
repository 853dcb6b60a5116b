import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

type Line = { Name: string; Company: string; Why: string; "Can use it now": string };

test("who can see what is found per permission and per company, with reasons, and its CSV has the same rows", async ({
  page,
  portico,
}) => {
  await openAsStaff(page, portico, "/access/who");
  await expectAccessible(page);
  await page.getByLabel("Permission").selectOption({ label: "Sales Orders" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Who can see Sales Orders" })).toBeVisible();

  const first = page.getByRole("row").nth(1);
  const company = await first.getByRole("cell").first().innerText();
  await expect(first.getByText(/^Allowed by/)).toBeVisible();
  await page.getByLabel("Company").fill(company);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL(/of=/);
  await expectAccessible(page);
  const names = (await page.getByRole("rowheader").allInnerTexts()).map((name) => name.trim());
  expect(names.length).toBeGreaterThan(0);
  await expect(page.getByRole("cell", { name: company, exact: true })).toHaveCount(names.length);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  const lines = parse<Line>(await readFile(await download.path(), "utf8"), { columns: true, bom: true });
  expect(lines.map(({ Name }) => Name)).toEqual(names);
  expect(lines.every(({ Company, Why }) => Company === company && Why.startsWith("Allowed by"))).toBe(true);
});

test("nobody is said to be found, and on a phone nothing moves sideways", async ({ page, portico }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAsStaff(page, portico, "/access/who");
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".table-box")].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  );
  expect(widths).toEqual([0, 0]);
  await expectAccessible(page);
  await page.getByLabel("Contact").fill("nobody is called so");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nobody" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Download CSV" })).toHaveCount(0);
  await expectAccessible(page);
});
