import { openAsStaff, signInAtPortal, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const PASSWORD = "violet tractor sings on monday";
const OWN = "copper lantern walks to harbour";

const linkIn = (text: string | undefined) =>
  /https?:\/\/\S+\/(?:activate|reset)\/[\w-]+/.exec(text ?? "")?.[0] ?? "";
let companyPath = "";
let link = "";

test("a customer is created, with every field that matters and a blank ID", async ({ page, portico }) => {
  await openAsStaff(page, portico, "/customers/new");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Tarn & Söhne Feinkost");
  await page.getByLabel("Short name").fill("Tarn");
  await page.getByLabel("Group chat link").fill("not a link");
  await page.getByRole("button", { name: "Create customer" }).click();
  await expect(page.getByText("Enter the whole link, beginning with https://").first()).toBeVisible();
  await expect(page.getByLabel("Short name")).toHaveValue("Tarn");
  await page.getByLabel("Group chat link").fill("https://chat.example/tarn");
  await page.getByRole("button", { name: "Create customer" }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  companyPath = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { name: "Tarn & Söhne Feinkost" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Users/ }).click();
  await expect(page.getByText("Administrator", { exact: true })).toBeVisible();
});

test("a contact with roles is invited, opens the link, chooses a password and sees only what they may", async ({
  page,
  browser,
  portico,
  inbox,
}) => {
  await openAsStaff(page, portico, companyPath);
  await page.getByRole("link", { name: "Add contact" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Yoshi Latimer");
  await dialog.getByLabel("E-mail").fill("yoshi@tarn.example");
  await dialog.getByRole("checkbox", { name: "Invoices" }).check();
  await dialog.getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  const mail = await inbox.waitFor("yoshi@tarn.example");
  link = linkIn(mail.text);
  expect(mail.html).toContain(link);

  const customer = await windowOf(browser, portico);
  // A mail scanner follows the link five times first.
  for (let scan = 0; scan < 5; scan += 1) expect((await customer.request.get(link)).status()).toBe(200);
  await customer.goto(link);
  await expectAccessible(customer);
  await customer.getByRole("button", { name: "Continue" }).click();
  await customer.locator("[name=password]").fill(PASSWORD);
  await customer.getByRole("checkbox").check();
  await expectAccessible(customer);
  await customer.getByRole("button", { name: "Activate account" }).click();
  await customer.waitForURL("**/portal/demo**");
  await expect(customer.getByText("Tarn & Söhne Feinkost").first()).toBeVisible();
  await expect(customer.getByRole("link", { name: "Invoices" }).first()).toBeVisible();
  await expectAccessible(customer);
  await customer.goto("/portal/demo/invoices");
  await expect(customer.getByRole("heading", { name: "Invoices", exact: true })).toBeVisible();
  await expectAccessible(customer);
  const refused = await customer.goto("/portal/demo/enquiries");
  expect(refused?.status()).toBe(403);
  await expectAccessible(customer);
  await customer.goto("/customers");
  await expect(customer).toHaveURL(/\/login/);
  await customer.context().close();
});

test("the used link says so and opens nothing", async ({ page }) => {
  await page.goto(link);
  await expect(page.getByText("This link has been used")).toBeVisible();
  await expectAccessible(page);
});

test("two browsers use one link at once: one wins", async ({ page, browser, portico, inbox }) => {
  await openAsStaff(page, portico, companyPath);
  await page.getByRole("link", { name: "Add contact" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Paula Wilson");
  await dialog.getByLabel("E-mail").fill("paula@tarn.example");
  await dialog.getByRole("combobox", { name: "Template" }).fill("accountactivation");
  await page.getByRole("option", { name: "accountactivation-EJS" }).click();
  await dialog.getByRole("button", { name: "Add contact" }).click();
  const url = `${linkIn((await inbox.waitFor("paula@tarn.example")).text)}?step=password`;
  const both = await Promise.all([windowOf(browser, portico), windowOf(browser, portico)]);
  for (const [at, customer] of both.entries()) {
    await customer.goto(url);
    await customer.locator("[name=password]").fill(at === 0 ? PASSWORD : OWN);
    await customer.getByRole("checkbox").check();
  }
  await Promise.all(
    both.map((customer) => customer.getByRole("button", { name: "Activate account" }).click()),
  );
  await Promise.all(both.map((customer) => customer.waitForLoadState("networkidle")));
  await expect.poll(() => both.filter((customer) => !customer.url().includes("/activate/")).length).toBe(1);
  for (const customer of both) await customer.context().close();
});

test("a temporary password is shown once, must be changed, and a reset ends the old session", async ({
  page,
  browser,
  portico,
}) => {
  await openAsStaff(page, portico, companyPath);
  await page.getByRole("link", { name: "Add contact" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Carine Schmitt");
  await dialog.getByLabel("E-mail").fill("carine@tarn.example");
  await dialog.getByRole("checkbox", { name: "Sales Orders" }).check();
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Create login…" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Create login" }).click();
  const shown = page.getByRole("dialog").getByLabel("Temporary password");
  const temporary = await shown.inputValue();
  expect(temporary.length).toBeGreaterThanOrEqual(15);
  await expect(page.getByRole("dialog")).toContainText(/group chat/i);
  await expect(page.getByRole("dialog").getByLabel("Login URL")).toHaveValue(
    `${portico.url}/portal/demo/login`,
  );
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator("body")).not.toContainText(temporary);

  const customer = await windowOf(browser, portico);
  await signInAtPortal(customer, { email: "carine@tarn.example", password: temporary });
  await customer.waitForURL("**/change-password");
  await expectAccessible(customer);
  await customer.goto("/portal/demo/sales-orders");
  await expect(customer).toHaveURL(/change-password/);
  await customer.locator("[name=current]").fill(temporary);
  await customer.locator("[name=password]").fill(OWN);
  await customer.getByRole("button", { name: "Save password" }).click();
  await expect(customer.getByRole("link", { name: "Sales orders" }).first()).toBeVisible();

  await page.getByRole("button", { name: "Reset password…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expect(page.getByRole("dialog").getByLabel("Temporary password")).toBeVisible();
  await customer.goto("/portal/demo");
  await expect(customer).toHaveURL(/\/portal\/demo\/login/);
  await signInAtPortal(customer, { email: "carine@tarn.example", password: OWN });
  await expect(customer.getByText("do not open an account here")).toBeVisible();
  await customer.context().close();
});

test("a deactivated contact is refused at the very next request, and at sign-in with neutral words", async ({
  page,
  browser,
  portico,
}) => {
  const customer = await windowOf(browser, portico);
  await signInAtPortal(customer, { email: "yoshi@tarn.example", password: PASSWORD });
  await expect(customer.getByRole("link", { name: "Invoices" }).first()).toBeVisible();
  await openAsStaff(page, portico, `${companyPath}/contacts`);
  await page.getByRole("link", { name: "Yoshi Latimer" }).click();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("button", { name: "Reactivate" })).toBeVisible();
  await customer.goto("/portal/demo/invoices");
  await expect(customer).toHaveURL(/\/portal\/demo\/login/);
  await signInAtPortal(customer, { email: "yoshi@tarn.example", password: PASSWORD });
  await expect(customer.getByText("do not open an account here")).toBeVisible();
  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeVisible();
  await signInAtPortal(customer, { email: "yoshi@tarn.example", password: PASSWORD });
  await expect(customer.getByRole("link", { name: "Invoices" }).first()).toBeVisible();
  await customer.context().close();
});

test("a company that is inactive or blacklisted says why, who and when to staff, and keeps a readable portal; a closed one cannot sign in", async ({
  page,
  browser,
  portico,
}) => {
  test.slow();
  const name = "Tarn & Söhne Feinkost";
  const setStatus = async (status: string, reason: string) => {
    await page.goto(`${companyPath}/edit`);
    await page.getByLabel("Status").selectOption(status);
    if (reason) await page.getByLabel("Reason").fill(reason);
    await page.getByRole("button", { name: "Save customer" }).click();
    await page.waitForURL((url) => url.pathname === companyPath);
  };
  const expectBanner = async (status: string, reason: string) => {
    await expect(page.getByText(`${name} is ${status}: ${reason}`)).toBeVisible();
    await expect(page.getByText(/^Since .+, by Ada Winter\. /)).toBeVisible();
    await expectAccessible(page);
  };
  await openAsStaff(page, portico, companyPath);
  const customer = await windowOf(browser, portico);
  await signInAtPortal(customer, { email: "yoshi@tarn.example", password: PASSWORD });
  for (const [status, reason] of [
    ["inactive", "On holiday until May"],
    ["blacklisted", "Three invoices unpaid"],
  ] as const) {
    await setStatus(status, reason);
    await expectBanner(status, reason);
    await page.goto(`${companyPath}/contacts`);
    await page.getByRole("link", { name: "Yoshi Latimer" }).click();
    await expect(page.getByRole("heading", { name: "Yoshi Latimer", level: 1 })).toBeVisible();
    await expectBanner(status, reason);
    await customer.goto("/portal/demo/invoices");
    await expect(customer.getByRole("heading", { name: "Invoices", exact: true })).toBeVisible();
    await expect(customer.getByText(`New orders are off: ${name} is ${status}`)).toBeVisible();
    await expect(customer.locator("body")).not.toContainText(reason);
    await expectAccessible(customer);
  }
  await setStatus("closed", "Business given up");
  await expectBanner("closed", "Business given up");
  await customer.goto("/portal/demo");
  await expect(customer).toHaveURL(/\/portal\/demo\/login/);
  await signInAtPortal(customer, { email: "yoshi@tarn.example", password: PASSWORD });
  await expect(customer.locator("form").getByRole("alert")).toContainText(
    `${name} is closed here, so nobody can sign in for it any more.`,
  );
  await expectAccessible(customer);
  await customer.context().close();

  await page.goto(`${companyPath}/activity`);
  for (const words of [
    "set the status to inactive: On holiday until May",
    "set the status to blacklisted: Three invoices unpaid",
    "set the status to closed: Business given up",
  ])
    await expect(page.getByText(words).first()).toBeVisible();
  await setStatus("active", "");
  await expect(page.getByText(`${name} is`)).toHaveCount(0);
});

test("a forgotten portal password: the same answer for known and unknown, and a link by e-mail", async ({
  page,
  inbox,
  portico,
}) => {
  const ask = async (email: string) => {
    await page.goto("/portal/demo/login");
    await page.getByRole("link", { name: /Forgot password/ }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.locator("main form button[type=submit]").click();
    await expect(page.getByRole("heading", { name: "Look in your mailbox" })).toBeVisible();
    return page.locator("main").innerText();
  };
  // Somebody of the demo other than its printed customer, whose password other tests need.
  const [person] = await portico.asSuperuser<{ email: string }>(
    `SELECT l.email FROM logins l JOIN contacts c ON c.login_id = l.id JOIN companies k ON k.id = c.company_id
     WHERE l.password_hash IS NOT NULL AND l.temporary_until IS NULL AND c.deactivated_at IS NULL AND k.status = 'active' AND l.email <> $1 ORDER BY l.email LIMIT 1`,
    [portico.customer.email],
  );
  const email = person?.email ?? "";
  const known = await ask(email);
  expect(await ask("nobody@winslow.example")).toBe(known);
  const mail = await inbox.waitFor(email);
  await page.goto(linkIn(mail.text));
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/portal\/demo/);
  await signInAtPortal(page, { email, password: PASSWORD });
  await expect(page.getByRole("heading", { name: /^Hello, / })).toBeVisible();
});
