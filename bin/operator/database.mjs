import { readFile } from "node:fs/promises";
import path from "node:path";
import { claim } from "../lib/lock.mjs";
import { withSuperuser } from "../lib/postgres/application-database.mjs";
import { startCluster } from "../lib/postgres/cluster.mjs";
import { readPostmaster } from "../lib/postgres/postmaster.mjs";

const DATABASE = "portico";

/**
 * The database that a command works on, as the application's user: the one of DATABASE_URL, or the embedded one, which is started for the
 * command unless Portico runs in this folder.
 * @param {string | undefined} databaseUrl
 * @param {string} data
 * @returns {Promise<{ url: string, release: () => Promise<unknown> }>}
 */
export async function operatorDatabase(databaseUrl, data) {
  if (databaseUrl) return { url: databaseUrl, release: async () => undefined };
  const home = path.join(data, "postgres");
  const atWork = "A command is at work in this folder. Wait until it has ended.";
  const release = await claim(path.join(data, "running"), atWork).catch(() => null);
  if (!release) return { url: await runningUrl(home), release: async () => undefined };
  const cluster = await startCluster(home);
  try {
    await demandDatabase(cluster.superuserUrl("postgres"));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    url: asApplication(cluster.superuserUrl(DATABASE)),
    release: async () => {
      await cluster.stop();
      release();
    },
  };
}

/** @param {string} home */
async function runningUrl(home) {
  const [found, password] = await Promise.all([
    readPostmaster(path.join(home, "cluster")),
    readFile(path.join(home, "superuser-password"), "utf8").catch(() => ""),
  ]);
  if (!found?.ready)
    throw new Error("Portico is just starting or stopping in this folder. Try again in a moment.");
  return asApplication(`postgresql://postgres:${password.trim()}@127.0.0.1:${found.port}/${DATABASE}`);
}

/**
 * The application's own password changes with each start, and the server that is running needs the one it has: so a command comes in by
 * the other door, and takes the application's role, which row-level security holds, for everything it does.
 * @param {string} superuserUrl
 */
const asApplication = (superuserUrl) => `${superuserUrl}?options=${encodeURIComponent("-c role=portico")}`;

/** @param {string} url */
async function demandDatabase(url) {
  const found = await withSuperuser(url, (client) =>
    client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]),
  );
  if (found.rowCount === 0)
    throw new Error(
      "There is no embedded database yet. Start Portico once (npm start), or set DATABASE_URL.",
    );
}
