// What an operator does without a browser: `npm run portico -- COMMAND`. 0 is done, 1 refused or failed, 2 not understood.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { helpFor, overview, readCommand } from "./operator/commands.mjs";
import { operatorDatabase } from "./operator/database.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { keptSecret } from "./lib/kept.mjs";
import { prepareDatabase } from "./lib/prepared.mjs";
import { projectFolder, startNode, stopAll } from "./lib/run.mjs";
import { demandNode, loadEnvFile, readSettings } from "./lib/settings.mjs";

async function main() {
  demandNode(process.versions.node);
  const asked = readCommand(process.argv.slice(2));
  if (asked.help) return say(asked.command ? helpFor(asked.command) : overview());
  if (asked.problem) return misunderstood(asked.problem, asked.command);
  if (asked.command === "worker") return void (await import("./worker.mjs"));
  // What is named on the command line is meant from where the operator stands.
  const order = { command: asked.command, values: asked.values, from: process.cwd() };
  process.exitCode = await perform(order);
}

/** @param {object} order */
async function perform(order) {
  loadEnvFile(path.join(projectFolder, ".env"));
  const { port, baseUrl, databaseUrl } = readSettings(process.env);
  await ensureDependencies();
  const data = path.join(projectFolder, ".data");
  await mkdir(data, { recursive: true, mode: 0o700 });
  const database = await operatorDatabase(databaseUrl, data);
  try {
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...process.env,
      ...{
        DATABASE_URL: database.url,
        BASE_URL: baseUrl,
        PORT: String(port),
        NODE_ENV: /** @type {const} */ ("production"),
        LOG_LEVEL: "silent",
      },
      AUTH_SECRET: process.env.AUTH_SECRET || (await keptSecret(path.join(data, "auth-secret"))),
    };
    await prepareDatabase("migrate", env);
    return await run(order, env);
  } finally {
    await database.release();
  }
}

/**
 * @param {object} order
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(order, env) {
  const child = startNode(["--import", "tsx", "bin/operator/run.ts", JSON.stringify(order)], { env });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** @param {string} text */
const say = (text) => console.log(text);

/**
 * @param {string} problem
 * @param {string} [command]
 */
function misunderstood(problem, command) {
  console.error(`${problem}\n\n${command ? helpFor(command) : overview()}`);
  process.exitCode = 2;
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.once(signal, () => void stopAll(5000).then(() => process.exit(1)));

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
