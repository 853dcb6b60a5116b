import type { Browser, Page } from "@playwright/test";
import type { Portico } from "./start-portico";

type Known = { email: string; password: string };

/** Fills in the sign-in page that is open, of staff or of a portal, and sends it. */
export async function enter(page: Page, { email, password }: Known): Promise<void> {
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in as staff, the demo's administrator unless said otherwise, and comes to a page of the back office. */
export async function openAsStaff(
  page: Page,
  { staff }: Portico,
  address = "/access",
  email = staff.email,
): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(address)}`);
  await enter(page, { ...staff, email });
  await page.waitForURL(`**${address}`);
}

/** Sends the sign-in page of the demo's portal, whatever comes of it. */
export async function signInAtPortal(page: Page, known: Known): Promise<void> {
  await page.goto("/portal/demo/login");
  await enter(page, known);
}

/** Lets one of the demo's staff sign in with the password of its administrator. */
export async function givePassword({ asSuperuser, staff }: Portico, email: string): Promise<void> {
  await asSuperuser(
    `UPDATE staff_users SET password_hash = (SELECT password_hash FROM staff_users WHERE email = $1)
     WHERE email = $2`,
    [staff.email, email],
  );
}

/** A window of its own, as somebody at another desk has it, with or without script. */
export async function windowOf(browser: Browser, { url }: Portico, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ baseURL: url, locale: "en-GB", javaScriptEnabled })).newPage();
}
