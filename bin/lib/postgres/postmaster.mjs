import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, readlink, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// Larger than any process id that Linux or macOS hands out.
const NO_PROCESS = 99_999_999;

/**
 * What PostgreSQL itself notes about the server of a cluster, or null when none was left.
 * @param {string} cluster
 */
export async function readPostmaster(cluster) {
  const lines = (await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
}

/**
 * Stops a server of this cluster that outlived the process which started it. A process that merely got the same id
 * is left alone, and no longer keeps PostgreSQL from starting.
 * @param {string} cluster
 */
export async function stopOrphan(cluster) {
  const found = await readPostmaster(cluster);
  if (!found || !isAlive(found.pid)) return;
  if (await serves(found.pid, cluster)) return stopServer(found.pid);
  const file = path.join(cluster, "postmaster.pid");
  // The rest of the file stays: PostgreSQL uses it to find out whether old sessions still hold the cluster.
  await writeFile(file, (await readFile(file, "utf8")).replace(/^\d+/, String(NO_PROCESS)));
}

/**
 * Ends a server: first by a fast shutdown, which ends sessions and writes everything down, then at once.
 * @param {number} pid
 */
export async function stopServer(pid) {
  signal(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited === 3000) signal(pid, "SIGQUIT");
    if (waited > 10_000) throw new Error(`PostgreSQL (process ${pid}) does not stop. Stop it by hand.`);
    await sleep(20);
  }
}

/**
 * Whether a process works; one that has ended but was not yet collected, as happens in containers, does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return process.platform !== "linux" || !/^\d+ \(.*\) Z/.test(readIfThere(`/proc/${pid}/stat`));
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
async function serves(pid, cluster) {
  const folder = await realpath(cluster);
  // A PostgreSQL server works inside its cluster's folder.
  if (process.platform === "linux") return (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === folder;
  return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(cluster);
}
