// Measures Portico against bare baselines in one run, on an embedded PostgreSQL of its own: 100,000 companies and 1,000,000 contacts.
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runNode, stopAll } from "./lib/run.mjs";

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => void stopAll(5000).then(() => process.exit(1)));

await ensureDependencies();
await runNode(["--import", "tsx", "tests/bench/run.ts", ...process.argv.slice(2)], {
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
}).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
