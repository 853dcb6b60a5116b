// Works on jobs alone, for deployments whose servers run with RUN_WORKER=0.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { keptSecret } from "./lib/kept.mjs";
import { projectFolder, startNode } from "./lib/run.mjs";
import { demandNode, loadEnvFile, readSettings } from "./lib/settings.mjs";

async function main() {
  demandNode(process.versions.node);
  loadEnvFile(path.join(projectFolder, ".env"));
  if (!readSettings(process.env).databaseUrl) {
    throw new Error(
      "The embedded database has its worker inside npm start. Set DATABASE_URL to run one alone.",
    );
  }
  await ensureDependencies();
  const data = path.join(projectFolder, ".data");
  await mkdir(data, { recursive: true, mode: 0o700 });
  const AUTH_SECRET = process.env.AUTH_SECRET || (await keptSecret(path.join(data, "auth-secret")));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: "production", AUTH_SECRET };
  const worker = startNode(["--import", "tsx", "bin/worker.ts"], { env });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => worker.kill(signal));
  worker.once("exit", (code) => process.exit(code ?? 1));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
