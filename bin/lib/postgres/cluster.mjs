import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { openSync, closeSync } from "node:fs";
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../free-port.mjs";
import { databaseAccount } from "./account.mjs";
import { reachableBinaries, removeCopy } from "./binaries.mjs";
import { stopOrphan } from "./postmaster.mjs";

/**
 * @typedef {object} Cluster
 * @property {number} port
 * @property {(database: string) => string} superuserUrl
 * @property {() => Promise<void>} stop ends the server and waits until it is gone
 * @property {Promise<void>} ended settles when the server is gone, whoever ended it
 */

/**
 * Starts the PostgreSQL server whose files live in `home`, on loopback and a free port, and creates it first when
 * there is none. It ends with this process even if this process is killed.
 * @param {string} home
 * @param {{ temporary?: boolean, settings?: Record<string, string> }} [options]
 * @returns {Promise<Cluster>}
 */
export async function startCluster(home, { temporary = false, settings = {} } = {}) {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const cluster = path.join(home, "cluster");
  const account = await databaseAccount(cluster);
  if (account.uid !== undefined && account.gid !== undefined) await chown(home, account.uid, account.gid);
  await stopOrphan(cluster);
  const note = path.join(home, "programs");
  const programs = await reachableBinaries(account, note);
  try {
    const password = await keepPassword(path.join(home, "superuser-password"), account);
    if (!(await exists(cluster))) await initialise(home, programs, account);
    const port = await freePort();
    const program = path.join(programs, "bin/postgres");
    const args = ["-D", path.join(seenFrom(home, account), "cluster"), ...serverSettings(port, settings)];
    const keeper = await startKeeper({ home, program, args, account, temporary });
    const superuserUrl = (/** @type {string} */ database) =>
      `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
    return { ...keeper, port, superuserUrl };
  } catch (error) {
    await removeCopy(programs, note);
    throw error;
  }
}

/**
 * @param {number} port
 * @param {Record<string, string>} extra
 */
function serverSettings(port, extra) {
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_checkpoints: "off",
    ...extra,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * The path under which PostgreSQL reaches the home. The account that root lends it may not be able to walk the
 * folders above (root's own home, say), so it goes through the folder handle that it inherits as number 3.
 * @param {string} home
 * @param {import("./binaries.mjs").Account} account
 */
function seenFrom(home, account) {
  return account.uid === undefined ? home : "/proc/self/fd/3";
}

/**
 * @param {string} file
 * @param {import("./binaries.mjs").Account} account
 */
async function keepPassword(file, { uid, gid }) {
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept.trim();
  const password = randomBytes(24).toString("base64url");
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) await chown(`${file}.new`, uid, gid);
  await rename(`${file}.new`, file);
  return password;
}

/**
 * Makes the cluster in a folder beside its place and moves it there when it is whole, so that an interruption leaves
 * nothing half made.
 * @param {string} home
 * @param {string} programs
 * @param {import("./binaries.mjs").Account} account
 */
async function initialise(home, programs, account) {
  for (const name of await readdir(home)) {
    // An interrupted start may still be writing there for a moment.
    if (name.startsWith("new-")) {
      await rm(path.join(home, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
  const unfinished = `new-${process.pid}`;
  const seen = seenFrom(home, account);
  await runInitdb(path.join(programs, "bin/initdb"), home, account, [
    `--pgdata=${path.join(seen, unfinished)}`,
    `--pwfile=${path.join(seen, "superuser-password")}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    // Trigram search takes its idea of a letter from here: with plain C, "Müller" would lose its "ü".
    `--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
    "--no-instructions",
  ]);
  await rename(path.join(home, unfinished), path.join(home, "cluster"));
}

/**
 * @param {string} program
 * @param {string} home
 * @param {import("./binaries.mjs").Account} account
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runInitdb(program, home, account, args) {
  const folder = openSync(home, "r");
  const child = spawn(program, args, { ...account, cwd: "/", stdio: ["ignore", "ignore", "pipe", folder] });
  closeSync(folder);
  let said = "";
  child.stderr?.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not create its files:\n${said.trim()}`)),
    );
  });
}

/**
 * @param {import("./keeper.mjs").KeeperOrder} order
 * @returns {Promise<Pick<Cluster, "stop" | "ended">>}
 */
async function startKeeper(order) {
  // Detached, so that a signal to the whole process group reaches PostgreSQL only in its turn, after the web server.
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "keeper.mjs")], {
    detached: true,
    cwd: "/",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("exit", () => resolve()));
  const started = new Promise((resolve, reject) => {
    child.once("message", (/** @type {{ failed?: string }} */ answer) =>
      answer.failed === undefined
        ? resolve(null)
        : reject(new Error(`PostgreSQL did not start:\n${answer.failed.trim()}`)),
    );
    child.once("error", reject);
    void ended.then(() => reject(new Error("PostgreSQL did not start.")));
  });
  child.send(order);
  await started;
  child.unref();
  child.channel?.unref();
  const stop = () => {
    child.ref();
    if (child.connected) child.disconnect();
    return ended;
  };
  return { ended, stop };
}

/** @param {string} file */
function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}
