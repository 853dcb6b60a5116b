// Everything that CI runs, in turn; `--but NAME` leaves a check out. A failed check does not keep the others from running.
import { mkdir, rm } from "node:fs/promises";
import { ensureBuild } from "./lib/build.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { run, stopAll } from "./lib/run.mjs";
import { countTests } from "./lib/test-counts.mjs";
import { listFailures } from "./lib/test-failures.mjs";

const npx = (/** @type {string[]} */ ...args) => run("npx", ["--no-install", ...args]);
const npm = (/** @type {string[]} */ ...args) => run("npm", ["run", "--silent", ...args]);

/** @type {[string, () => Promise<unknown>][]} */
const checks = [
  ["format", () => npm("format:check")],
  ["lint", () => npm("lint")],
  ["types", () => npm("types")],
  ["migrations", () => npx("drizzle-kit", "check")],
  ["test", () => npm("test", "--", "--json", "--outputFile=test-results/jest.json")],
  ["build", () => ensureBuild()],
  ["e2e", () => npm("e2e")],
];

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => void stopAll(5000).then(() => process.exit(1)));
}

const left = process.argv.flatMap((argument, at) => (process.argv[at - 1] === "--but" ? [argument] : []));
const chosen = checks.filter(([name]) => !left.includes(name));

await ensureDependencies();
if (!left.includes("test")) await rm("test-results", { recursive: true, force: true });
// Jest writes its report only into a folder that is there.
await mkdir("test-results", { recursive: true });

/** @type {string[]} */
const summary = [];

/**
 * Runs one check and notes how it went.
 * @param {[string, () => Promise<unknown>]} check
 */
async function runCheck([name, check]) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const failure = await check().then(
    () => undefined,
    (error) => error,
  );
  if (failure) {
    console.error(failure.message);
    process.exitCode = 1;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  summary.push(`${failure ? "FAILED" : "passed"}  ${name} (${seconds} s)`);
}

// What only reads files needs one core each and runs at the same time; tests and the build want the machine for themselves.
const reading = ["format", "lint", "types", "migrations"];
await Promise.all(chosen.filter(([name]) => reading.includes(name)).map(runCheck));
for (const check of chosen.filter(([name]) => !reading.includes(name))) await runCheck(check);

const { passed, failed } = await countTests("test-results");
if (failed) process.exitCode = 1;
for (const failure of await listFailures("test-results")) console.log(`\n${failure}`);
console.log(`\n${summary.join("\n")}\n\n${passed} passed, ${failed} failed`);
