import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's browser when it is there; otherwise the one that `npx playwright install chromium` fetched.
const debian = "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  // Server, database and browser share the machine's cores with the test itself.
  workers: 1,
  // A failed test is tried once more against a server of its own; that it was unsteady is told at the end of `npm run check`.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // Far more than any needs: a page is looked through for accessibility many times, and the machine may be busy with other things.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    launchOptions: existsSync(debian) ? { executablePath: debian } : {},
    locale: "en-GB",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
