import type { BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import type { Portico } from "./support/start-portico";
import { givePassword, openAsStaff, signInAtPortal } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

// No role of hers has to do with settings.
const CLEO = "cleo@portico-demo.example";

/** Ana in the portal, in a browser of her own, for the whole file. */
let portal: Page;
const tab = (name: string) => portal.getByRole("navigation", { name: "Portal" }).getByRole("link", { name });

async function openPortal(context: BrowserContext, { customer }: Portico): Promise<Page> {
  const page = await context.newPage();
  await signInAtPortal(page, customer);
  await expect(page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
  return page;
}

let putBack: () => Promise<unknown>;

/** Notes the settings as they are; what is returned puts them back, for the files that come after. */
async function keepSettings({ asSuperuser }: Portico): Promise<() => Promise<unknown>> {
  const [kept] = await asSuperuser<{ settings: object }>(
    "SELECT to_jsonb(o) AS settings FROM organisations o WHERE slug = 'demo'",
  );
  const columns = Object.keys(kept?.settings ?? {}).join(", ");
  return () =>
    asSuperuser(
      `UPDATE organisations SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::organisations, $1))
       WHERE slug = 'demo'`,
      [JSON.stringify(kept?.settings)],
    );
}

test.beforeAll(async ({ browser, portico }) => {
  putBack = await keepSettings(portico);
  portal = await openPortal(await browser.newContext({ baseURL: portico.url }), portico);
});
test.afterAll(() => putBack());
test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/customers"));

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

test("name, colour and logo appear in the portal and at its sign-in", async ({ page, browser, portico }) => {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Organisation", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name").fill("Harbour Supplies");
  await page.getByLabel("Colour", { exact: true }).fill("#0b6e4f");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Atlantis");
  await page.getByRole("button", { name: "Save organisation" }).click();
  await expect(page.getByText("There is no such time zone").first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Harbour Supplies");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Dublin");
  await page.getByRole("button", { name: "Save organisation" }).click();
  await saved(page);
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Dublin");
  await portal.reload();
  await expect(portal.getByRole("banner")).toContainText("Harbour Supplies");
  await expect(portal).toHaveTitle(/Harbour Supplies/);
  expect(await portal.locator("style").allTextContents()).toContainEqual(expect.stringContaining("#0b6e4f"));

  const buffer = await sharp({ create: { width: 600, height: 120, channels: 4, background: "#0b6e4f" } })
    .png()
    .toBuffer();
  await page.getByLabel("New logo").setInputFiles({
    ...{ name: "logo.svg", mimeType: "image/png" },
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  await page.getByRole("button", { name: "Save logo" }).click();
  await expect(page.getByText("This is no PNG, JPEG or WebP picture").first()).toBeVisible();
  await page.getByLabel("New logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Save logo" }).click();
  await saved(page);
  await expectAccessible(page);
  await portal.reload();
  const logo = portal.getByRole("img", { name: "Harbour Supplies" });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  const stranger = await (await browser.newContext({ baseURL: portico.url })).newPage();
  await stranger.goto(portico.customer.path);
  await expect(stranger.getByRole("img", { name: "Harbour Supplies" })).toBeVisible();
  const answer = await stranger.request.get((await logo.getAttribute("src")) ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "cache-control": expect.stringContaining("immutable"),
    "x-content-type-options": "nosniff",
  });
});

test("the logo stands on top of e-mails, which carry it, and of a template's preview", async ({
  page,
  inbox,
}) => {
  await page.goto("/templates/account-activation");
  const shown = page.frameLocator("iframe").getByRole("img", { name: "Harbour Supplies" });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect
    .poll(() => inbox.arrived.flatMap(({ attachments }) => attachments.map(({ cid }) => cid)))
    .toEqual(["logo@portico"]);
});

test("a save that comes too late shows what somebody else saved, and leaving with changes asks", async ({
  page,
}) => {
  await page.goto("/settings");
  const other = await page.context().newPage();
  await other.goto("/settings");
  await other.getByLabel("Name").fill("Harbour and Sons");
  await other.getByRole("button", { name: "Save organisation" }).click();
  await saved(other);
  await page.getByLabel("Name").fill("Harbour Brothers");
  await page.getByRole("button", { name: "Save organisation" }).click();
  await expect(
    page.getByText("The name is now “Harbour and Sons”; you entered “Harbour Brothers”."),
  ).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mail" }).click();
  await expect(page.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Stay here" }).click();
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await saved(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mail" }).click();
  await expect(page.getByRole("heading", { name: "Mail", level: 1 })).toBeVisible();
});

test("new terms are a version of their own, which the next activation shows", async ({ page }) => {
  await page.goto("/settings/terms");
  await page.getByLabel("Terms").fill("Be kind to the drivers.");
  await page.getByRole("button", { name: "Put these terms in force" }).click();
  await saved(page);
  await expect(page.getByText("Version 1, in force")).toBeVisible();
  await expectAccessible(page);
  await portal.goto("/portal/demo/account");
  await portal.getByText("Read the terms").click();
  await expect(portal.getByText("Be kind to the drivers.")).toBeVisible();
});

test("a module that is off is gone at the next request; the effect is said before (J1c)", async ({
  page,
}) => {
  await portal.goto("/portal/demo");
  await expect(tab("Invoices")).toBeVisible();
  await page.goto("/settings/modules");
  await page.getByRole("checkbox", { name: "Invoices" }).uncheck();
  await page.getByRole("button", { name: "See what this changes" }).click();
  await expect(page.getByText(/Invoices off for customers: \d+ contacts lose the tab\./)).toBeVisible();
  await expectAccessible(page);
  await expect(tab("Invoices")).toBeVisible();
  await page.getByRole("button", { name: "Save modules" }).click();
  await saved(page);
  await portal.reload();
  await expect(tab("Invoices")).toHaveCount(0);
  await portal.goto("/portal/demo/invoices");
  await expect(portal.getByText("does not offer this part of the portal")).toBeVisible();

  await page.getByRole("checkbox", { name: "Invoices" }).check();
  await page.getByRole("checkbox", { name: "Customer portal" }).uncheck();
  await page.getByRole("checkbox", { name: "Supplier portal" }).uncheck();
  await page.getByRole("button", { name: "See what this changes" }).click();
  await page.getByRole("button", { name: "Save modules" }).click();
  await expect(page.getByText("This closes both portals.").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Supplier portal" }).check();
  await page.getByRole("button", { name: "See what this changes" }).click();
  // What stood here before said the same of customers, and would be saved in place of this.
  await page.waitForURL(/on=supplierPortal/);
  await expect(page.getByText(/Customer portal off: \d+ contacts/)).toBeVisible();
  await page.getByRole("button", { name: "Save modules" }).click();
  await saved(page);
  await page.goto("/access");
  const portals = page.getByRole("navigation", { name: "Portal", exact: true });
  await expect(portals.getByRole("link", { name: "Customer" })).toHaveAttribute("aria-disabled", "true");
  await expect(portals.getByRole("link", { name: "Supplier" })).toHaveAttribute("aria-current", "page");
  await page.goto("/settings/modules");
  await page.getByRole("checkbox", { name: "Customer portal" }).check();
  await page.getByRole("button", { name: "See what this changes" }).click();
  await page.getByRole("button", { name: "Save modules" }).click();
  await saved(page);
  await portal.goto("/portal/demo/invoices");
  await expect(portal.getByRole("heading", { name: "Invoices", level: 1 })).toBeVisible();
});

test("a hidden tab is gone, its address is refused, and the preview says why", async ({ page }) => {
  await page.goto("/settings/customer-portal");
  await expectAccessible(page);
  const tabs = page.getByRole("group", { name: "Tabs that are shown" });
  await tabs.getByRole("checkbox", { name: "Invoices" }).uncheck();
  await page.getByRole("button", { name: "See what this changes" }).click();
  await expect(page.getByText(/Invoices off for customers: \d+ contacts lose the tab\./)).toBeVisible();
  await page.getByRole("button", { name: "Save tabs and buttons" }).click();
  await saved(page);
  await expect(tabs.getByRole("checkbox", { name: "Invoices" })).not.toBeChecked();
  await portal.goto("/portal/demo");
  await expect(tab("Quotations")).toBeVisible();
  await expect(tab("Invoices")).toHaveCount(0);
  expect((await portal.goto("/portal/demo/invoices"))?.status()).toBe(403);
  await expect(portal.getByText("does not show this part of the portal")).toBeVisible();
  await page.goto("/contacts?q=ana+bright");
  await page.getByRole("link", { name: "Ana Bright" }).first().click();
  await page.waitForURL(/\/contacts\/[0-9a-f-]{36}/);
  await page.goto(`${page.url().split("?")[0]}/preview`);
  await expect(page.getByText("Invoices: hidden in portal settings")).toBeVisible();
});

test("an announcement is shown until it is put away, also without script", async ({
  page,
  browser,
  portico,
}) => {
  await page.goto("/settings/customer-portal");
  await page.getByLabel("Text").fill("We are closed on Monday.");
  await page.getByRole("radio", { name: "Warning" }).check();
  await page.getByRole("button", { name: "Save announcement" }).click();
  await saved(page);
  await portal.goto("/portal/demo/quotations");
  await expect(portal.getByText("We are closed on Monday.")).toBeVisible();
  await expectAccessible(portal);
  await portal.getByRole("button", { name: "Put this announcement away" }).click();
  await expect(portal.getByText("We are closed on Monday.")).toHaveCount(0);
  await portal.goto("/portal/demo");
  await expect(portal.getByText("We are closed on Monday.")).toHaveCount(0);
  const context = await browser.newContext({ baseURL: portico.url, javaScriptEnabled: false });
  const plain = await openPortal(context, portico);
  await expect(plain.getByText("We are closed on Monday.")).toBeVisible();
  await plain.getByRole("button", { name: "Put this announcement away" }).click();
  await expect(plain.getByText("We are closed on Monday.")).toHaveCount(0);
  await context.close();
});

test("a test e-mail shows the mail server's own words", async ({ page, inbox }) => {
  await page.goto("/settings/mail");
  await expectAccessible(page);
  await page.getByLabel("Sender’s address").fill("portal@harbour.example");
  await page.getByRole("button", { name: "Save sender" }).click();
  await saved(page);
  inbox.manners = { refuse: () => "550 We do not relay for harbour.example" };
  await page.getByRole("button", { name: "Send test e-mail" }).click();
  await expect(page.getByText("550 We do not relay for harbour.example").first()).toBeVisible();
  await expectAccessible(page);
  inbox.manners = {};
  await page.getByRole("button", { name: "Send test e-mail" }).click();
  await expect(page.getByText("The mail server took the e-mail")).toBeVisible();
  const mail = inbox.arrived.find(({ subject }) => subject === "Test e-mail");
  expect(mail?.from?.value[0]?.address).toBe("portal@harbour.example");
});

test("staff without the right have no menu item, and the address is refused", async ({
  browser,
  portico,
}) => {
  const page = await (await browser.newContext({ baseURL: portico.url })).newPage();
  await givePassword(portico, CLEO);
  await openAsStaff(page, portico, "/customers", CLEO);
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
  expect((await page.goto("/settings"))?.status()).toBe(403);
  expect((await page.goto("/settings/modules"))?.status()).toBe(403);
});
