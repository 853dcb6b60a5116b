import type { Page } from "@playwright/test";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/customers"));

const dialog = (page: Page) => page.getByRole("dialog");
const add = (page: Page) => dialog(page).getByRole("button", { name: "Add contact" });

async function chooseCompany(page: Page, words: string, name: string) {
  await page.getByRole("combobox", { name: "Company" }).fill(words);
  await page.getByRole("option", { name }).click();
}

test("a contact added with a template is invited by e-mail, and their page has every field", async ({
  page,
  inbox,
}) => {
  await page.goto("/contacts");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add contact" }).click();
  await chooseCompany(page, "winslow est", "Winslow Estates");
  await dialog(page).getByLabel("Name").fill("Yoshi Latimer");
  await dialog(page).getByLabel("E-mail").fill("Yoshi@Example.com");
  await dialog(page).getByRole("checkbox", { name: "Invoices" }).check();
  await dialog(page).getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await expectAccessible(page);
  await add(page).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Yoshi Latimer" })).toBeVisible();
  await expect(page.getByText("Invited until")).toBeVisible();
  await expect(page.getByRole("row", { name: /Invoices/ })).toContainText(
    "Allowed by ‘Add contact Yoshi Latimer’",
  );
  await expectAccessible(page);
  const mail = await inbox.waitFor("yoshi@example.com");
  expect(mail.text).toMatch(/\/portal\/demo\/activate\//);

  for (const label of ["Job title", "Department", "Phone", "Mobile", "Fax", "Notes"])
    await page.getByLabel(label).fill(`${label} of Yoshi`);
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Notes")).toHaveValue("Notes of Yoshi");
});

test("the same address in other case is refused; what was entered stays, and the existing contact is a link away", async ({
  page,
}) => {
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Add contact" }).click();
  await chooseCompany(page, "winslow est", "Winslow Estates");
  await dialog(page).getByLabel("Name").fill("Somebody Else");
  await dialog(page).getByLabel("E-mail").fill("YOSHI@example.com");
  await add(page).click();
  await expect(dialog(page).getByRole("alert")).toContainText(
    "Yoshi Latimer has this e-mail address already",
  );
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Somebody Else");
  await expectAccessible(page);
  await dialog(page).getByRole("link", { name: "Open Yoshi Latimer" }).click();
  await expect(page.getByRole("heading", { name: "Yoshi Latimer" })).toBeVisible();
});

test("an existing login is linked to another company; without a template no e-mail goes out", async ({
  page,
  portico,
}) => {
  const mails = () => portico.asSuperuser<{ count: number }>("SELECT count(*)::int AS count FROM mail");
  await page.goto("/contacts");
  const before = await mails();
  await page.getByRole("link", { name: "Add contact" }).click();
  await chooseCompany(page, "cole", "Cole Foods");
  await dialog(page).getByLabel("Name").fill("Yoshi Latimer");
  await dialog(page).getByLabel("E-mail").fill("yoshi@example.com");
  await add(page).click();
  await dialog(page).getByRole("button", { name: "Link existing login to this company" }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("link", { name: "Winslow Estates" })).toBeVisible();
  expect(await mails()).toEqual(before);
});

test("contacts are found by a part of the name, filtered by state, and shown in the columns chosen", async ({
  page,
}) => {
  await page.goto("/contacts");
  await page.getByRole("searchbox", { name: "Search contacts" }).fill("latimer yosh");
  await expect(page).toHaveURL(/q=latimer\+yosh/);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByText("Filter", { exact: true }).click();
  for (const state of ["No login", "Active"]) await page.getByRole("checkbox", { name: state }).uncheck();
  await page.getByRole("button", { name: "Show" }).first().click();
  await expect(page).toHaveURL(/state=invited/);
  await expect(page.getByRole("link", { name: /Remove the filter/ })).toBeVisible();
  await page.goto("/contacts?q=nobody-has-this-name");
  await expect(page.getByText("No contact fits")).toBeVisible();
  await expectAccessible(page);
});

test("two who edit one contact: the later save is refused with what changed, and can be repeated", async ({
  page,
  context,
}) => {
  await page.goto("/contacts?q=yoshi");
  await page.getByRole("link", { name: "Yoshi Latimer" }).first().click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Phone").fill("111");
  await other.getByRole("button", { name: "Save contact" }).click();
  await expect(other.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("Phone").fill("222");
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("Phone is now “111”; you entered “222”.")).toBeVisible();
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Phone")).toHaveValue("222");
});

test("a contact of nobody's and one that never was give the same page", async ({ page }) => {
  for (const id of ["01990000-0000-7000-8000-00000000dead", "nonsense"]) {
    const answer = await page.goto(`/contacts/${id}`);
    expect(answer?.status()).toBe(404);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a contact is added: company found, refused entries kept, then on their page", async ({ page }) => {
    await page.goto("/contacts");
    await page.getByRole("link", { name: "Add contact" }).click();
    await page.getByRole("textbox", { name: "Company" }).fill("cole");
    await page.getByRole("button", { name: "Find company" }).click();
    await page.getByRole("link", { name: /Cole Foods/ }).click();
    await page.getByLabel("Name").fill("Plain Pete");
    await page.getByLabel("E-mail").fill("ana@winslow.example");
    await page.getByRole("checkbox", { name: "Invoices" }).check();
    await page.locator("form").getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("alert")).toContainText("Ana Bright has this e-mail address already");
    await expect(page.getByLabel("Name")).toHaveValue("Plain Pete");
    await expect(page.getByRole("checkbox", { name: "Invoices" })).toBeChecked();
    await page.getByLabel("E-mail").fill("pete@example.com");
    await page.locator("form").getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByRole("heading", { name: "Plain Pete" })).toBeVisible();
    await page.getByLabel("Phone").fill("555");
    await page.getByRole("button", { name: "Save contact" }).click();
    await expect(page).toHaveURL(/saved=1/);
    await expect(page.getByLabel("Phone")).toHaveValue("555");
  });
});
