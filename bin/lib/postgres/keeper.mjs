// Runs one PostgreSQL server for exactly as long as the process that started this one lives, however that one ends.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { removeCopy } from "./binaries.mjs";
import { readPostmaster, stopServer } from "./postmaster.mjs";

/**
 * @typedef {object} KeeperOrder
 * @property {string} home the folder that holds the cluster, its password and its log
 * @property {string} program
 * @property {string[]} args
 * @property {import("./binaries.mjs").Account} account
 * @property {boolean} temporary whether the home is removed at the end
 */

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;
/** @type {KeeperOrder | undefined} */
let order;
let ending = false;

process.on("message", (/** @type {KeeperOrder} */ message) => void keep(message));
for (const event of ["disconnect", "SIGTERM", "SIGINT", "SIGHUP"]) process.on(event, () => void end());

/** @param {KeeperOrder} given */
async function keep(given) {
  order = given;
  const log = openSync(path.join(order.home, "log"), "w");
  const home = openSync(order.home, "r");
  server = spawn(order.program, order.args, {
    ...order.account,
    cwd: "/",
    stdio: ["ignore", log, log, home],
  });
  server.on("error", (error) => reply({ failed: error.message }));
  server.on("exit", async () => {
    reply({ failed: await readFile(path.join(given.home, "log"), "utf8") });
    await end();
  });
  while (!ending) {
    const found = await readPostmaster(path.join(order.home, "cluster"));
    if (found?.pid === server.pid && found?.ready) return reply({ ready: true });
    await sleep(10);
  }
}

/** @param {{ ready?: true, failed?: string }} answer */
function reply(answer) {
  if (process.connected && !ending) process.send?.(answer);
}

async function end() {
  if (ending) return;
  ending = true;
  if (server?.pid && server.exitCode === null && server.signalCode === null) await stopServer(server.pid);
  if (order) await removeCopy(path.resolve(order.program, "../.."), path.join(order.home, "programs"));
  if (order?.temporary) await rm(order.home, { recursive: true, force: true, maxRetries: 10 });
  process.exit();
}
