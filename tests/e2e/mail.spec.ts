import type { Page } from "@playwright/test";
import { linkIn } from "../support/smtp-sink";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test.beforeEach(({ page, portico }) => openAsStaff(page, portico, "/mail"));
test.afterEach(({ inbox }) => {
  inbox.manners = {};
});

/** Opens the latest invitation that was sent and can be sent again, as none can whose link was used, and sends it. */
async function sendLatestAgain(page: Page): Promise<string> {
  await page.goto("/mail?state=sent");
  const sent = await page
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: "accountactivation-EJS", exact: true }) })
    .getByRole("rowheader")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""]));
  const again = page.getByRole("button", { name: "Send again" });
  for (const [href = "", address = ""] of sent) {
    await page.goto(href);
    if ((await again.count()) === 0) continue;
    await again.click();
    await expect(page).toHaveURL(/resent/);
    return address;
  }
  throw new Error("No e-mail that was sent can be sent again.");
}

async function expectState(page: Page, state: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("header .badge")).toHaveText(state, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

test("staff find an e-mail, read what it said without its secret, and see what the mail server said", async ({
  page,
}) => {
  await expect(async () => {
    await page.goto("/mail?state=sent");
    await expect(page.getByRole("row").nth(2)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  const address = await page.getByRole("rowheader").first().innerText();
  await page.getByRole("searchbox", { name: "Search e-mails" }).fill(address.slice(2, -2).toUpperCase());
  await expect(page.getByRole("rowheader")).toHaveText([address]);
  await page.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Activate your account at Portico Demo");
  await expect(page.locator("pre")).toContainText("/activate/••••••••");
  await expect(page.frameLocator("iframe").getByRole("link", { name: "Activate account" })).toBeVisible();
  await expect(page.getByText("250 OK: message queued")).toBeVisible();
  await expectAccessible(page);
  const html = await page.locator("iframe").getAttribute("srcdoc");
  await page.goto("about:blank");
  await page.setContent(html ?? "");
  await expectAccessible(page);
  await page.goto("/mail?q=nobody-like-that");
  await expect(page.getByText("No e-mail found for")).toBeVisible();
});

test("a refused e-mail has failed, with the mail server's words", async ({ page, inbox }) => {
  inbox.manners = { refuse: () => "550 No such user here" };
  await sendLatestAgain(page);
  await expectState(page, "Failed");
  await expect(page.getByText("550 No such user here")).toBeVisible();
  await page.goto("/mail");
  await expect(page.getByRole("link", { name: "Failed 1" })).toBeVisible();
});

test("while the mail server is down e-mails wait; then “Try now” sends them, and their link works", async ({
  page,
  inbox,
}) => {
  await inbox.goDown();
  const address = await sendLatestAgain(page);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Next try")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expectState(page, "Queued");
  await expectAccessible(page);
  inbox.arrived.length = 0;
  await inbox.comeUp();
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page).toHaveURL(/resent/);
  await expectState(page, "Sent");
  await page.goto(linkIn(await inbox.waitFor(address), "/activate/"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
});
