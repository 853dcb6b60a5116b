import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ensureBuild } from "./lib/build.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { keptSecret, readablePassword } from "./lib/kept.mjs";
import { claim } from "./lib/lock.mjs";
import { applicationDatabase } from "./lib/postgres/application-database.mjs";
import { startCluster } from "./lib/postgres/cluster.mjs";
import { prepareDatabase } from "./lib/prepared.mjs";
import { projectFolder, stopAll } from "./lib/run.mjs";
import { demandNode, loadEnvFile, readSettings } from "./lib/settings.mjs";
import { step } from "./lib/steps.mjs";
import { demandFreePort, serve } from "./lib/web-server.mjs";

const dev = process.argv.includes("--dev");
const data = path.join(projectFolder, ".data");

/** @type {Promise<import("./lib/postgres/cluster.mjs").Cluster> | undefined} */
let cluster;
/** @type {Promise<void> | undefined} */
let ending;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => {
    if (!ending) console.log("Stopping …");
    void end(0);
  });
main().catch((error) => {
  // A step that a signal cut short has nothing to add.
  if (!ending) console.error(`\n${error instanceof Error ? error.message : error}`);
  void end(1);
});

async function main() {
  process.chdir(projectFolder);
  demandNode(process.versions.node);
  loadEnvFile(".env");
  const settings = readSettings(process.env);
  await mkdir(data, { recursive: true, mode: 0o700 });
  const release = await claim(path.join(data, "running"), alreadyRunning(settings));
  await demandFreePort(settings.port);
  await ensureDependencies();
  const env = await environment(settings);
  const prepared = await step("Preparing the database", () =>
    prepareDatabase(settings.databaseUrl ? "setup" : "demo", env),
  );
  if (!dev) await ensureBuild();
  const { ended } = await step("Starting the application", () =>
    serve({ port: settings.port, dev, env: { ...env, SETUP_TOKEN_HASH: prepared.setup?.hash } }),
  );
  // Instances that share a database may run side by side from one folder.
  if (settings.databaseUrl) release();
  welcome(settings.baseUrl, prepared, env);
  const code = await ended;
  if (!ending) throw new Error(`The application ended (${code}).`);
}

/** @param {import("./lib/settings.mjs").Settings} settings */
function alreadyRunning({ baseUrl }) {
  return (
    `Portico already runs in this folder, for ${baseUrl} (process ${process.pid}). ` +
    "Stop it first, or use a second copy of the folder."
  );
}

/** @param {import("./lib/settings.mjs").Settings} settings */
async function environment({ port, baseUrl, databaseUrl }) {
  return {
    ...process.env,
    PORT: String(port),
    BASE_URL: baseUrl,
    DATABASE_URL: databaseUrl ?? (await step("Starting the embedded PostgreSQL", embeddedDatabase)),
    AUTH_SECRET: process.env.AUTH_SECRET || (await keptSecret(path.join(data, "auth-secret"))),
    NEXT_TELEMETRY_DISABLED: "1",
    ...(databaseUrl ? {} : await demoPasswords()),
  };
}

async function embeddedDatabase() {
  cluster = startCluster(path.join(data, "postgres"));
  const started = await cluster;
  void started.ended.then(() => {
    if (!ending) console.error("\nPostgreSQL ended; .data/postgres/log says why.");
    void end(1);
  });
  return applicationDatabase(started, "portico");
}

async function demoPasswords() {
  return {
    DEMO_STAFF_PASSWORD: await keptSecret(path.join(data, "demo-staff-password"), readablePassword),
    DEMO_CUSTOMER_PASSWORD: await keptSecret(path.join(data, "demo-customer-password"), readablePassword),
  };
}

/**
 * @param {string} baseUrl
 * @param {import("./lib/prepared.mjs").Prepared} prepared
 * @param {NodeJS.ProcessEnv} env
 */
function welcome(baseUrl, { demo, setup }, env) {
  console.log(`\nPortico is ready at ${baseUrl}`);
  if (demo) {
    console.log(`Staff sign-in: ${demo.staffEmail} / ${env.DEMO_STAFF_PASSWORD}`);
    console.log(
      `Customer sign-in: ${baseUrl}${demo.customerPath} ${demo.customerEmail} / ${env.DEMO_CUSTOMER_PASSWORD}`,
    );
  }
  if (setup) console.log(`Set up the first organisation at ${baseUrl}/setup?token=${setup.token}`);
}

/**
 * Ends everything in the opposite order of its beginning, within five seconds.
 * @param {number} code
 */
function end(code) {
  ending ??= (async () => {
    await stopAll(2500);
    await cluster?.then(
      (started) => started.stop(),
      () => undefined,
    );
    process.exit(code);
  })();
  return ending;
}
