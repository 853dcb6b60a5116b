import { expect, type Browser, type Page } from "@playwright/test";
import type { Portico } from "./start-portico";

/** Signs in as staff, the demo's administrator unless said otherwise, and comes to a page of the back office. */
export async function openAsStaff(
  page: Page,
  { staff }: Portico,
  address = "/access",
  email = staff.email,
): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(address)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("[name=password]").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${address}`);
}

/** Lets one of the demo's staff sign in with the password of its administrator. */
export async function givePassword({ asSuperuser, staff }: Portico, email: string): Promise<void> {
  await asSuperuser(
    `UPDATE staff_users SET password_hash = (SELECT password_hash FROM staff_users WHERE email = $1)
     WHERE email = $2`,
    [staff.email, email],
  );
}

/** The cell of a permission, or of Services, in the row of a contact or a company. */
export const tick = (page: Page, what: string, whose: string) =>
  page.getByRole("checkbox", { name: new RegExp(`^${what}, ${whose}`) });

/** What waits for Update. */
export const tray = (page: Page) => page.getByRole("region", { name: "Staged changes" });

/** Waits for the message that says so, and keeps it in view with its Undo: one that is pointed at stays. */
export async function holdMessage(page: Page, words: RegExp): Promise<void> {
  const message = page.getByText(words);
  await expect(message).toBeVisible();
  await message.hover();
}

/** A window of its own, as somebody at another desk has it. */
export async function windowOf(browser: Browser, portico: Portico): Promise<Page> {
  return (await browser.newContext({ baseURL: portico.url, locale: "en-GB" })).newPage();
}

/** How many changes of access were saved so far. */
export async function countChanges({ asSuperuser }: Portico): Promise<number> {
  const [row] = await asSuperuser<{ n: number }>("SELECT count(*)::int AS n FROM access_changes");
  return row?.n ?? 0;
}
