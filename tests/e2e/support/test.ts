import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { SmtpSink } from "../../support/smtp-sink";
import { startPortico, type Data, type Portico } from "./start-portico";

type ForWorker = { data: Data; portico: Portico };
type ForTest = { inbox: SmtpSink };

/**
 * A test in a browser against a running application. `test.use({ data: "bare" })` at the top of a file begins with an
 * empty database in place of the demo; tests of one file share their server.
 */
export const test = base.extend<ForTest, ForWorker>({
  data: ["demo", { scope: "worker", option: true }],
  portico: [
    async ({ data }, provide) => {
      const portico = await startPortico(data);
      await provide(portico);
      await portico.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ portico }, provide) => provide(portico.url),
  inbox: async ({ portico }, provide) => provide(portico.inbox),
});

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// The others see no colours, so that what holds in light holds in dark.
const ofColours = ["color-contrast", "link-in-text-block"];

async function violationsOf(axe: AxeBuilder): Promise<{ id: string; at: string[] }[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(" ")) }));
}

/** Holds the page, as it stands, to WCAG 2.2 AA as far as axe can tell, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page that was come to without a full load follows its content.
  await expect(page).toHaveTitle(/\S/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Behind an open dialog the page is dimmed and cannot be used.
    const dialog = '[role="dialog"], [role="alertdialog"]';
    const isAsking = (await page.locator(dialog).count()) > 0;
    // In a frame that runs no scripts axe would only wait; what it shows is tried where it stands alone.
    const axe = new AxeBuilder({ page }).exclude("iframe[sandbox]");
    const part = (isAsking ? axe.include(dialog) : axe).setLegacyMode();
    const judged = colorScheme === "light" ? part.withTags(standards) : part.withRules(ofColours);
    let found = await violationsOf(judged);
    // A page still on its way from one state to another is judged once it has arrived.
    for (let looks = 0; found.length > 0 && looks < 3; looks += 1) {
      await page.waitForTimeout(500);
      found = await violationsOf(judged);
    }
    expect(found, `accessible in ${colorScheme}`).toEqual([]);
  }
}

export { expect };
