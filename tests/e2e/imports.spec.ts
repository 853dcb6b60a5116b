import { existsSync } from "node:fs";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

const northwind = new URL("../../../shared/data/northwind/", import.meta.url).pathname;

for (const { file, kind, count } of [
  { file: "customers.csv", kind: "customers", count: 91 },
  { file: "suppliers.csv", kind: "suppliers", count: 29 },
])
  test(`the Northwind ${kind} are imported as they are: ${count} companies, each with its contact`, async ({
    page,
    portico,
  }) => {
    test.skip(!existsSync(northwind + file), "The real data is not beside the project.");
    const number = async (sql: string) =>
      (await portico.asSuperuser<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? 0;
    const before = [await number("companies"), await number("contacts")];
    await openAsStaff(page, portico, `/${kind}`);
    await expectAccessible(page);
    await page.locator("summary", { hasText: "Import, export" }).click();
    await page.getByRole("link", { name: "Import from a file" }).click();
    await page.waitForURL("**/imports/new**");
    await expectAccessible(page);
    await page.locator("[name=file]").setInputFiles(northwind + file);
    await page.getByRole("button", { name: "Upload" }).click();
    await page.waitForURL("**/columns");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByText("Nothing is imported yet").first()).toBeVisible({ timeout: 60_000 });
    expect([await number("companies"), await number("contacts")]).toEqual(before);
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Import / }).click();
    await expect(page.getByText("Nobody was invited").first()).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    expect([await number("companies"), await number("contacts")]).toEqual(before.map((had) => had + count));
  });
