import type { Page } from "@playwright/test";
import { openAsStaff, signInAtPortal, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

/** Without any role or assignment; see the demo's staff. */
const DAN = "dan@portico-demo.example";
/** With crmCompanyView and crmCompanyEdit. */
const BEN = "ben@portico-demo.example";

async function chooseLevel(page: Page, level: string): Promise<void> {
  await page.getByRole("link", { name: "Customer Settings" }).click();
  await page.getByRole("dialog").getByLabel("Log Level").selectOption(level);
}

const levelShown = async (page: Page, path: string) => {
  await page.goto(`${path}/settings`);
  return page.getByLabel("Log Level").inputValue();
};

let companyPath = "";

test("New Customer, then edit it from the grid", async ({ page, portico }) => {
  await openAsStaff(page, portico, "/customers/new");
  await page.getByLabel("Name", { exact: true }).fill("Alfreds Futterkiste");
  await page.getByRole("button", { name: "Create customer" }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  companyPath = new URL(page.url()).pathname;
  await page.goto("/customers?q=alfreds");
  await page.getByRole("checkbox", { name: /Alfreds Futterkiste/ }).check();
  await page.getByRole("link", { name: "Edit Customer Details" }).click();
  await page.locator("[name=city]").fill("Berlin");
  await page.getByRole("button", { name: "Save customer" }).click();
  await page.waitForURL((url) => url.pathname === companyPath);
  await expect(page.getByText("Berlin").first()).toBeVisible();
});

test("its page lists projects and users, each tab accessible", async ({ page, portico }) => {
  await openAsStaff(page, portico, companyPath);
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  await expectAccessible(page);
  for (const tab of ["Contacts", "Users", "Projects", "Sites", "Mail", "Activity"]) {
    await page.getByRole("navigation", { name: "Alfreds Futterkiste" }).getByText(tab).click();
    await page.waitForURL(`**${companyPath}/${tab.toLowerCase()}`);
    await expect(page.getByRole("heading", { level: 1, name: "Alfreds Futterkiste" })).toBeVisible();
    await expectAccessible(page);
  }
});

test("New Project makes its creator the administrator; archived, it hides until restored", async ({
  page,
  portico,
}) => {
  await openAsStaff(page, portico, `${companyPath}/projects`);
  await page.getByRole("link", { name: "New Project" }).click();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Spring catalogue");
  await page.locator("[name=description]").fill("Photographs and prices");
  await page.getByLabel("Status").selectOption("planned");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Spring catalogue" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make Ada Winter member" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("Summer catalogue");
  await page.getByRole("button", { name: "Save project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Summer catalogue" })).toBeVisible();
  await page.getByRole("button", { name: "Take Ada Winter off the project" }).click();
  await expect(page.getByText(/last administrator of Summer catalogue/)).toBeVisible();
  await page.getByRole("button", { name: "Archive project" }).click();
  await expect(page.getByText("This project is archived")).toBeVisible();
  await page.goto(`${companyPath}/projects`);
  await expect(page.getByText("No projects yet")).toBeVisible();
  await page.getByRole("link", { name: "Show archived" }).click();
  await page.getByRole("link", { name: "Summer catalogue" }).click();
  await page.getByRole("button", { name: "Restore project" }).click();
  await expect(page.getByRole("button", { name: "Archive project" })).toBeVisible();
});

test("Customer Settings: Cancel, Escape and the backdrop discard after asking; Save & Close saves", async ({
  page,
  portico,
}) => {
  await openAsStaff(page, portico, companyPath);
  await page.getByRole("link", { name: "Customer Settings" }).click();
  await expectAccessible(page);
  // Nothing was changed, so nothing is asked.
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const leave = [
    () => page.getByRole("button", { name: "Cancel" }).click(),
    () => page.keyboard.press("Escape"),
    () => page.mouse.click(10, 400),
  ];
  for (const goAway of leave) {
    await chooseLevel(page, "debug");
    await goAway();
    await page.getByRole("button", { name: "Discard changes" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  expect(await levelShown(page, companyPath)).toBe("information");
  await expectAccessible(page);
  await page.goto(companyPath);
  await chooseLevel(page, "debug");
  await page.getByRole("button", { name: "Save & Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await levelShown(page, companyPath)).toBe("debug");
});

test("without script the settings have a page that saves", async ({ browser, page, portico }) => {
  await openAsStaff(page, portico, companyPath);
  const context = await browser.newContext({
    ...{ baseURL: portico.url, javaScriptEnabled: false },
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(companyPath);
  await plain.getByRole("link", { name: "Customer Settings" }).click();
  await plain.getByLabel("Log Level").selectOption("warning");
  await plain.getByRole("button", { name: "Save & Close" }).click();
  await plain.waitForURL((url) => url.pathname === companyPath);
  expect(await levelShown(plain, companyPath)).toBe("warning");
  await context.close();
});

test("a Debug event is recorded only at Debug, and the page follows live", async ({
  page,
  browser,
  portico,
}) => {
  const [ana] = await portico.asSuperuser<{ company_id: string }>(
    "SELECT c.company_id FROM contacts c JOIN logins l ON l.id = c.login_id WHERE l.email = $1 ORDER BY c.id LIMIT 1",
    [portico.customer.email],
  );
  const path = `/customers/${ana?.company_id}`;
  const customer = await windowOf(browser, portico);
  await signInAtPortal(customer, portico.customer);
  await customer.waitForURL(/\/portal\/demo$/);

  await openAsStaff(page, portico, `${path}/activity`);
  await expect(page.getByText(/signed in/).first()).toBeVisible();
  await expect(page.getByText(/opened \/portal/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel("Follow live").check();
  await chooseLevel(page, "debug");
  await page.getByRole("button", { name: "Save & Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await customer.goto("/portal/demo/account");
  await expect(page.getByText(/opened \/portal\/demo\/account/).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("status").filter({ hasText: /new event|Following/ })).toBeVisible();
  await page.goto(`${path}/activity?level=warning`);
  await expect(page.getByText(/opened \/portal/)).toHaveCount(0);
  await customer.context().close();
});

test("crmCompanyView + Edit find assigned companies by ID and name, and no other", async ({
  page,
  portico,
}) => {
  await openAsStaff(page, portico, "/customers", BEN);
  const [mine] = await portico.asSuperuser<{ id: string; code: string; name: string }>(
    `SELECT c.id, c.code, c.name FROM companies c JOIN assignments a ON a.company_id = c.id JOIN staff_users s ON s.id = a.staff_id
     WHERE s.email = $1 AND c.kind = 'customer' AND c.status <> 'closed' ORDER BY c.name LIMIT 1`,
    [BEN],
  );
  for (const words of [mine?.code ?? "", mine?.name ?? ""]) {
    await page.goto(`/customers?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole("link", { name: mine?.name, exact: true })).toBeVisible();
  }
  await page.goto("/customers?q=alfreds");
  await expect(page.getByText("No customer fits")).toBeVisible();
  for (const tab of ["", "/users", "/projects", "/activity", "/mail", "/settings", "/edit"])
    expect((await page.goto(`${companyPath}${tab}`))?.status(), tab).toBe(404);
  const csv = await page.request.get(`/api/exports/activity?company=${companyPath.split("/")[2]}`);
  expect(csv.status()).toBe(404);
});

test("staff who see no company create one or ask for access; an administrator grants it", async ({
  page,
  browser,
  portico,
  inbox,
}) => {
  await portico.asSuperuser(
    "DELETE FROM assignments a USING staff_users s WHERE s.id = a.staff_id AND s.email = $1",
    [DAN],
  );
  await openAsStaff(page, portico, "/customers", DAN);
  await expect(page.getByText(/Create one, or wait until an administrator grants you access/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Message to the administrators").fill("I look after Winslow from Monday.");
  await page.getByRole("button", { name: "Request access" }).click();
  await expect(page.getByText("Your request is with the administrators")).toBeVisible();
  expect((await inbox.waitFor(portico.staff.email)).text).toContain("I look after Winslow from Monday.");

  const administrator = await windowOf(browser, portico);
  await openAsStaff(administrator, portico, "/customers");
  await administrator.getByRole("link", { name: "Show requests" }).click();
  await expect(administrator.getByText("I look after Winslow from Monday.")).toBeVisible();
  await expectAccessible(administrator);
  await administrator.getByLabel("Customer or supplier IDs").fill("NOWHERE");
  await administrator.getByRole("button", { name: "Grant access" }).click();
  await expect(administrator.getByText(/no customer or supplier with the ID NOWHERE/).first()).toBeVisible();
  await administrator.getByLabel("Customer or supplier IDs").fill("winslow");
  await administrator.getByRole("button", { name: "Grant access" }).click();
  await expect(administrator.getByText("Nobody is waiting")).toBeVisible();
  expect((await inbox.waitFor(DAN)).text).toContain("granted you access to: Winslow Estates");
  await administrator.context().close();

  await page.goto("/customers");
  await expect(page.getByRole("link", { name: "Winslow Estates" })).toBeVisible();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);
  expect((await page.goto(companyPath))?.status()).toBe(404);
});

test("a first customer makes its creator the administrator; All Customers shows a grid of one", async ({
  page,
  portico,
}) => {
  await portico.asSuperuser(
    "DELETE FROM assignments a USING staff_users s WHERE s.id = a.staff_id AND s.email = $1",
    [DAN],
  );
  await openAsStaff(page, portico, "/customers", DAN);
  await page.getByRole("link", { name: "New Customer" }).last().click();
  await page.getByLabel("Name", { exact: true }).fill("Corner Bakery");
  await page.locator("[name=description]").fill("Bread for the market");
  await page.getByRole("button", { name: "Create customer" }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await page.getByRole("navigation", { name: "Corner Bakery" }).getByText("Users").click();
  await expect(page.getByText("Administrator", { exact: true })).toBeVisible();
  await page.getByLabel("Signed in as Dan Okoro").click();
  await page.getByRole("link", { name: "All Customers" }).click();
  await page.waitForURL((url) => url.pathname === "/customers");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);
});
