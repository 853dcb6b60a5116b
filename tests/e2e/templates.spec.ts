import type { Page } from "@playwright/test";
import { linkIn } from "../support/smtp-sink";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/templates"));

const openActivation = async (page: Page) => {
  await page.getByRole("rowheader").getByRole("link", { name: "accountactivation-EJS" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("accountactivation-EJS");
};
const html = (page: Page) => page.getByRole("textbox", { name: "HTML" });
const text = (page: Page) => page.getByRole("textbox", { name: "Text" });
const subject = (page: Page) => page.getByRole("textbox", { name: "Subject" });
const preview = (page: Page) => page.frameLocator("iframe");
const save = (page: Page) => page.getByRole("button", { name: "Save template" }).click();

test("a template that is changed is what the next activation e-mail says", async ({ page, inbox }) => {
  await expectAccessible(page);
  await openActivation(page);
  await expect(preview(page).getByText("Choose a password to activate your account.")).toBeVisible();
  await expectAccessible(page);

  await subject(page).fill("Come in, <%= rec");
  await expect(page.getByRole("option", { name: /^recipient\.name/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(subject(page)).toHaveValue("Come in, <%= recipient.name %>");
  await html(page).fill(
    '<p>Dear <%= recipient.name %>,</p>\n<a class="button" href="<%= link.url %>">Come in</a>\n',
  );
  await html(page).press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Insert link.expires" }).click();
  await expect(html(page)).toHaveValue(/<%= link\.expires %>$/);
  await text(page).fill("Dear <%= recipient.name %>,\n\nCome in: <%= link.url %>");
  await expect(preview(page).getByText("Dear Ana Trujillo,")).toBeVisible();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await expect(page.locator("pre")).toContainText("Come in: http");
  await page.getByRole("button", { name: "Phone" }).click();
  await page.getByRole("combobox", { name: "Made out to" }).click();
  await page.getByRole("option").first().click();
  const chosen = await page.getByRole("combobox", { name: "Made out to" }).inputValue();
  await expect(preview(page).getByText(`Dear ${chosen},`)).toBeVisible();
  await save(page);
  await expect(page.getByText("accountactivation-EJS is saved")).toBeVisible();
  await expect(page.getByRole("region", { name: "Versions" }).getByRole("row")).toHaveCount(2);
  await expectAccessible(page);

  inbox.arrived.length = 0;
  await page.goto("/customers");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("link", { name: "Add contact" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Tessa Template");
  await dialog.getByLabel("E-mail").fill("tessa@template.example");
  await dialog.getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await dialog.getByRole("button", { name: "Add contact" }).click();
  const message = await inbox.waitFor("tessa@template.example");
  expect(message.subject).toBe("Come in, Tessa Template");
  expect(message.text).toContain("Dear Tessa Template,");
  expect(message.html).toContain("Come in</a>");
  await page.goto(linkIn(message, "/activate/"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
});

test("what is wrong is said with its line and reason, and nothing that was typed is lost", async ({
  page,
}) => {
  await openActivation(page);
  const before = await html(page).inputValue();
  await html(page).fill(`${before}\n<p><%= recipient.passwort %></p>`);
  const words = "“recipient.passwort” is not a field.";
  await expect(page.getByRole("status").getByText(words)).toBeVisible();
  await save(page);
  const line = before.split("\n").length + 1;
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(`Line ${line}: ${words}`);
  await expect(html(page)).toHaveValue(`${before}\n<p><%= recipient.passwort %></p>`);
  await expectAccessible(page);
  await page.getByRole("button", { name: `HTML, line ${line}` }).click();
  await expect(html(page)).toBeFocused();
  await html(page).fill("<p>Hello</p><script>alert(1)</script>");
  await save(page);
  await expect(page.getByRole("alert").getByRole("link")).toContainText("always show “<%= link.url %>”");
  await page.getByRole("link", { name: "Mail", exact: true }).first().click();
  await expect(page.getByRole("alertdialog")).toContainText("Leave without saving?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stay here" }).click();
  await expect(html(page)).toHaveValue("<p>Hello</p><script>alert(1)</script>");
  await page.getByRole("link", { name: "Mail", exact: true }).first().click();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mail");
});

test("a test e-mail goes to one's own address, made from what is typed and not yet saved", async ({
  page,
  portico,
  inbox,
}) => {
  await openActivation(page);
  inbox.arrived.length = 0;
  await subject(page).fill("Tried out by <%= organisation.name %>");
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText(`A test is on its way to ${portico.staff.email}.`)).toBeVisible();
  const message = await inbox.waitFor(portico.staff.email);
  const [organisation] = await portico.asSuperuser<{ name: string }>(
    "SELECT name FROM organisations WHERE slug = 'demo'",
  );
  expect(message.subject).toBe(`Test: Tried out by ${organisation?.name}`);
  await subject(page).fill("");
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Enter a subject." })).toBeVisible();
});

test("of two who edit, the second is told; versions are looked at, restored, and reset", async ({
  page,
  context,
}) => {
  await openActivation(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await subject(other).fill("Theirs");
  await save(other);
  await expect(other.getByText("is saved")).toBeVisible();
  await other.close();
  await subject(page).fill("Mine");
  await save(page);
  await expect(page.getByText("Subject is now “Theirs”; you entered “Mine”.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText("accountactivation-EJS is saved")).toBeVisible();
  await expect(subject(page)).toHaveValue("Mine");

  await page.getByRole("link", { name: "Version 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Version 2");
  await expect(page.getByRole("region").or(page.locator("pre")).first()).toBeVisible();
  await expect(page.locator("pre").first()).toHaveText("Theirs");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByText("The version is in use again")).toBeVisible();
  await expect(subject(page)).toHaveValue("Theirs");

  await page.getByRole("button", { name: "Reset to built-in" }).click();
  await page.getByRole("button", { name: "Reset template" }).click();
  await expect(page.getByText("The built-in template is in use again")).toBeVisible();
  await expect(subject(page)).toHaveValue("Activate your account at <%= organisation.name %>");
  await expect(page.getByRole("row").filter({ hasText: "In use" })).toContainText("Reset to the built-in");
  await page.goto("/templates");
  await expect(page.getByRole("row", { name: "accountactivation-EJS" })).toContainText("Built-in");
});

test("on a phone, and without script, a template can be edited too", async ({ browser, page, portico }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openActivation(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(`${portico.url}/templates/password-reset`);
  await subject(still).fill("A new password <%= x %>");
  await save(still);
  await expect(still.getByText("“x” is not a field.").first()).toBeVisible();
  await subject(still).fill("A new password");
  await save(still);
  await expect(still.getByText("Saved. The next e-mail is made from it.")).toBeVisible();
  await expect(subject(still)).toHaveValue("A new password");
  await plain.close();
});
