import { ensureDependencies } from "./lib/dependencies.mjs";
import { start } from "./lib/run.mjs";

await ensureDependencies();

const jest = start(process.execPath, ["node_modules/jest/bin/jest.js", ...process.argv.slice(2)]);
// Jest ends itself on these, and PostgreSQL with it; this process only waits for its verdict.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => jest.kill(signal));
jest.once("exit", (code) => process.exit(code ?? 1));
