import type { Page } from "@playwright/test";
import type { SmtpSink } from "../support/smtp-sink";
import type { Portico } from "./support/start-portico";
import { signInAtPortal, windowOf } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const OWN = "copper lantern walks to harbour";
const FRESH = "silver meadow counts the clouds";

const tabs = (page: Page) => page.getByRole("navigation", { name: "Portal" }).getByRole("link");

/** The link in the newest e-mail to somebody, once more e-mails than `seen` have come. */
async function newestLink(inbox: SmtpSink, email: string, seen = 0): Promise<string> {
  const mails = () => inbox.arrived.filter((mail) => mail.envelopeTo === email);
  await expect.poll(() => mails().length, { timeout: 20_000 }).toBeGreaterThan(seen);
  return /https?:\/\/\S+\/(?:activate|reset)\/[\w-]+/.exec(mails().at(-1)?.text ?? "")?.[0] ?? "";
}

/** A contact of the demo who has an e-mail, no password yet, and may register. */
async function somebodyNew(
  portico: Portico,
  skip = 0,
): Promise<{ email: string; name: string; company: string }> {
  const found = await portico.asSuperuser<{ email: string; name: string; company: string }>(
    `SELECT l.email, c.name, k.name AS company FROM contacts c JOIN logins l ON l.id = c.login_id JOIN companies k ON k.id = c.company_id
     JOIN access_entries e ON e.company_id = k.id AND e.permission = 'services'
     WHERE l.password_hash IS NULL AND c.deactivated_at IS NULL AND k.status = 'active' AND c.kind = 'customer'
       AND NOT EXISTS (SELECT FROM tokens t WHERE t.login_id = l.id)
     ORDER BY l.email OFFSET $1 LIMIT 1`,
    [skip],
  );
  if (!found[0]) throw new Error("The demo has nobody who could register.");
  return found[0];
}

test("a contact of a parent company sees all its sites, the tabs that are theirs, and changes company", async ({
  page,
  portico: { customer },
}) => {
  await signInAtPortal(page, customer);
  await expect(page.getByRole("heading", { name: "Hello, Ana Bright" })).toBeVisible();
  for (const site of ["Parkway Cinemas", "Parkway Cinemas Café", "Winslow Retail Park"])
    await expect(page.getByText(`${site} · site`, { exact: true })).toBeVisible();
  await expect(tabs(page).filter({ hasText: "Invoices" })).toHaveCount(1);
  await expect(tabs(page).filter({ hasText: "Install" })).toHaveCount(0);
  await expectAccessible(page);

  const refused = await page.goto("/portal/demo/install");
  expect(refused?.status()).toBe(403);
  await expect(page.getByText("not open to you")).toBeVisible();
  await expectAccessible(page);
  expect((await page.goto("/portal/demo/no-such-page"))?.status()).toBe(404);
  await expectAccessible(page);

  await page.goto("/portal/demo");
  await page.getByLabel(/^Company: Winslow Estates/).click();
  await page.getByRole("button", { name: /^S / }).click();
  await expect(tabs(page).filter({ hasText: "Purchase orders" })).toHaveCount(1);
  await expect(tabs(page).filter({ hasText: "Invoices" })).toHaveCount(0);
  expect((await page.goto("/portal/demo/invoices"))?.status()).toBe(403);

  // Whoever signs in begins at the company that they were last in, Ana in other files too.
  await page.goto("/portal/demo");
  await page.getByLabel(/^Company: /).click();
  await page.getByRole("button", { name: /^C / }).click();
  await expect(tabs(page).filter({ hasText: "Invoices" })).toHaveCount(1);
});

test("a contact of a site sees that site and no other", async ({ page, portico }) => {
  const [contact] = await portico.asSuperuser<{ email: string }>(
    `UPDATE logins SET password_hash = (SELECT password_hash FROM logins WHERE email = $1), temporary_until = NULL
     WHERE id = (SELECT c.login_id FROM contacts c JOIN companies k ON k.id = c.company_id
       WHERE k.name = 'Winslow Retail Park' AND c.login_id IS NOT NULL AND c.deactivated_at IS NULL LIMIT 1) RETURNING email`,
    [portico.customer.email],
  );
  await signInAtPortal(page, { ...portico.customer, email: contact?.email ?? "" });
  await expect(page.getByText("Winslow Retail Park · your company")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Parkway Cinemas");
});

test("a session of one organisation is nobody at another's portal", async ({ page, portico }) => {
  await portico.asSuperuser(
    "INSERT INTO organisations (id, slug, name) VALUES (gen_random_uuid(), 'bravo', 'Bravo Supplies')",
  );
  await signInAtPortal(page, portico.customer);
  await page.waitForURL("**/portal/demo");
  await page.goto("/portal/bravo/invoices");
  await expect(page).toHaveURL(/\/portal\/bravo\/login/);
  await expect(page.getByText("Bravo Supplies")).toBeVisible();
  expect((await page.goto("/portal/nowhere/login"))?.status()).toBe(404);
});

test("an invitation that has expired heals itself, to the same address only", async ({
  page,
  portico,
  inbox,
}) => {
  const { email } = await somebodyNew(portico);
  await page.goto("/portal/demo/register");
  await expectAccessible(page);
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  const old = await newestLink(inbox, email);
  await portico.asSuperuser("UPDATE tokens SET expires_at = now() - interval '1 minute' WHERE email = $1", [
    email,
  ]);
  await page.goto(old);
  await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(email);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send a fresh link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mailbox" })).toBeVisible();
  await page.goto(await newestLink(inbox, email, 1));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator("[name=password]").fill(OWN);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Activate account" }).click();
  await expect(page.getByText("Your password is set")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(old);
  await expect(page.getByRole("heading", { name: "There is a newer link" })).toBeVisible();
});

test("registering, activating, signing in and out, and resetting work without script", async ({
  browser,
  portico,
  inbox,
}) => {
  const page = await windowOf(browser, portico, false);
  const { email, name } = await somebodyNew(portico);
  await page.goto("/portal/demo/login");
  await page.getByRole("link", { name: "Set up your login" }).click();
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(await newestLink(inbox, email));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator("[name=password]").fill(`${name} ${name} ${name}`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Activate account" }).click();
  await expect(page.getByRole("alert").first()).toContainText("built from your name");
  await page.locator("[name=password]").fill(OWN);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Activate account" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${name}` })).toBeVisible();
  await page.getByLabel(`Signed in as ${name}`).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out")).toBeVisible();

  await page.getByRole("link", { name: "Forgot password" }).click();
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(await newestLink(inbox, email, 1));
  await page.locator("[name=password]").fill(FRESH);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await signInAtPortal(page, { email, password: OWN });
  await expect(page.getByText("do not open an account here").first()).toBeVisible();
  await signInAtPortal(page, { email, password: FRESH });
  await expect(page.getByRole("heading", { name: `Hello, ${name}` })).toBeVisible();
  await page.context().close();
});

test("people see where they are signed in and end a session elsewhere", async ({
  page,
  browser,
  portico,
}) => {
  const elsewhere = await windowOf(browser, portico);
  await signInAtPortal(elsewhere, portico.customer);
  await elsewhere.waitForURL("**/portal/demo");
  await signInAtPortal(page, portico.customer);
  await page.waitForURL("**/portal/demo");
  await page.goto("/portal/demo/account");
  await expectAccessible(page);
  await page.getByRole("button", { name: "End session" }).first().click();
  await expect(page.getByText("That session is ended")).toBeVisible();
  const others = page.getByRole("button", { name: "End session" });
  while ((await others.count()) > 0) {
    const left = await others.count();
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await elsewhere.goto("/portal/demo");
  await expect(elsewhere).toHaveURL(/\/portal\/demo\/login/);
  await page.goto("/portal/demo");
  await expect(page.getByRole("heading", { name: "Hello, Ana Bright" })).toBeVisible();
  await elsewhere.context().close();
});
