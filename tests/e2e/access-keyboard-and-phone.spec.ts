import type { Page } from "@playwright/test";
import { tray } from "./support/access-steps";
import { openAsStaff } from "./support/sign-in";
import { expect, expectAccessible, test } from "./support/test";

test.describe.configure({ mode: "serial" });

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  for (let presses = 0; presses < 150; presses += 1) {
    if (name.test(await focused())) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}

test("all of it goes by the keyboard alone", async ({ page, portico }) => {
  await openAsStaff(page, portico, "/access?q=bright");
  await tabTo(page, /^Can Register, Ana Bright/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Space");
  await expect(tray(page)).toContainText(/staged change/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await tabTo(page, /^Update$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Updated:/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().press("Enter");
  await expect(page.getByText(/^Undone:/)).toBeVisible();
});

test("on a phone the contacts are a list with switches", async ({ page, portico }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAsStaff(page, portico, "/access?q=bright");
  await page.getByText("Ana Bright").first().click();
  await expectAccessible(page);
  await page.getByRole("switch", { name: "Install" }).first().click();
  await expect(tray(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await tray(page).getByRole("button", { name: "Discard all" }).click();
});
