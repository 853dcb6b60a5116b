import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Portico } from "./start-portico";

type Known = { email: string; password: string };

/** Fills in the sign-in page that is open, of staff or of a portal, and sends it. */
export async function enter(page: Page, { email, password }: Known): Promise<void> {
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The session of each server's administrator, which most walks begin in: signing in anew each time would take minutes in all. */
const kept = new WeakMap<Portico, Cookies>();

/** Comes to a page of the back office as staff, the demo's administrator unless said otherwise; signs in where there is no session. */
export async function openAsStaff(
  page: Page,
  portico: Portico,
  address = "/access",
  email = portico.staff.email,
): Promise<void> {
  const isAdministrator = email === portico.staff.email;
  const session = isAdministrator ? kept.get(portico) : undefined;
  if (session) await page.context().addCookies(session);
  await page.goto(session ? address : `/login?next=${encodeURIComponent(address)}`);
  if (new URL(page.url()).pathname !== "/login") return;
  await enter(page, { ...portico.staff, email });
  await page.waitForURL(`**${address}`);
  if (isAdministrator) kept.set(portico, await page.context().cookies());
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
