import { ending, startNode } from "./run.mjs";

/**
 * @typedef {object} Prepared what bin/prepare.ts found or made
 * @property {{ staffEmail: string, customerEmail: string, customerPath: string }} [demo] how to sign in to the demo
 * @property {{ token: string, hash: string }} [setup] the one-time token with which the first organisation is set up
 */

/**
 * Brings the database to this version, and what else the mode asks for.
 * @param {"migrate" | "demo" | "setup"} mode
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Prepared>}
 */
export async function prepareDatabase(mode, env) {
  const child = startNode(["--import", "tsx", "bin/prepare.ts", mode], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  /** @type {Prepared} */
  let prepared = {};
  child.once("message", (/** @type {Prepared} */ told) => (prepared = told));
  await ending(child, "Preparing the database");
  return prepared;
}
