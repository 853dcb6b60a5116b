import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/audit"));

const events = (page: Page) => page.getByRole("region", { name: "Events" }).getByRole("rowheader");

test("staff find who did what: by person, company, act and time, and open an event with its before and after", async ({
  page,
}) => {
  test.slow();
  await expect(page.getByRole("link", { name: "Audit", exact: true }).first()).toBeVisible();
  await expect(events(page).first()).toHaveText("Signed in");
  await expectAccessible(page);

  await page.goto("/customers");
  const first = page.getByRole("region").getByRole("rowheader").first().getByRole("link");
  const company = await first.innerText();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(company);
  await page.getByRole("link", { name: "Edit", exact: false }).first().click();
  await page.getByLabel("Short name").fill("Changed for the record");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByText("Changed for the record").first()).toBeVisible();

  await page.goto("/audit");
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Company" }).fill(company.slice(0, 12));
  await page.getByRole("option", { name: company }).first().click();
  await page.getByRole("combobox", { name: "Who" }).fill("Ada");
  await page.getByRole("option", { name: "Ada Winter" }).click();
  await page.getByLabel("What").selectOption("company");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: "Remove the filter By Ada Winter" })).toBeVisible();
  await expect(events(page).first()).toHaveText(`Changed the company: ${company}`);
  await expectAccessible(page);
  await events(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Changed the company: ${company}`);
  await expect(page.getByRole("row", { name: /Short name/ })).toContainText("Changed for the record");
  await expect(page.getByRole("link", { name: company })).toBeVisible();
  await expectAccessible(page);

  await page.goBack();
  await page.getByLabel("From").fill("2099-01-01T00:00");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "No event fits these filters" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show all events" }).click();
  await expect(events(page).first()).toBeVisible();
});

test("what the filters show goes out as CSV", async ({ page }) => {
  await page.goto("/audit?act=staff.signed-in");
  await page.getByText("Export", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "These events as CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  const [headings, ...lines] = csv.trim().split("\r\n");
  expect(headings).toContain("When,Who,Kind,What");
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain("Signed in");
});

test("an event that somebody changed in the database shows, and until then everything is as it was sealed", async ({
  page,
  portico,
}) => {
  await page.getByRole("link", { name: "Verify" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chain of the audit trail");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Every event is as it was sealed")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel("Head of the chain")).toHaveValue(/^\d+:[0-9a-f]{64}$/);
  await expectAccessible(page);

  const edit = (subject: string) =>
    portico.asSuperuser("UPDATE audit_events SET subject = $1 WHERE act = 'organisation.created'", [subject]);
  await portico.asSuperuser("ALTER TABLE audit_events DISABLE TRIGGER audit_events_stay");
  await edit("Somebody else's");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("One thing is not as it was sealed")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/is not as it was sealed. It, or its place, was changed/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the event of finding 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Created the organisation: Somebody else's",
  );
  await page.goto("/audit");
  await expect(page.getByText("The audit trail is not as it was sealed")).toBeVisible();
  await expectAccessible(page);

  await edit("Portico Demo");
  await portico.asSuperuser("ALTER TABLE audit_events ENABLE TRIGGER audit_events_stay");
  await page.getByRole("link", { name: "What was found" }).click();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Every event is as it was sealed")).toBeVisible({ timeout: 30_000 });
});
