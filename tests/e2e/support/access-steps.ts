import { expect, type Page } from "@playwright/test";
import type { Portico } from "./start-portico";

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

/** How many changes of access were saved so far. */
export async function countChanges({ asSuperuser }: Portico): Promise<number> {
  const [row] = await asSuperuser<{ n: number }>("SELECT count(*)::int AS n FROM access_changes");
  return row?.n ?? 0;
}
