import { spawn } from "node:child_process";

/** The project's folder. */
export const projectFolder = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Starts a program in the project's folder; it is among those that `stopAll` ends.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: projectFolder, stdio: "inherit", ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/**
 * Starts Node.js in the project's folder; it ends when this process does.
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startNode(args, { env = process.env, ...options } = {}) {
  const hook = new URL("end-with-parent.mjs", import.meta.url).href;
  return start(process.execPath, ["--import", hook, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...env, PORTICO_PARENT: String(process.pid) },
    ...options,
  });
}

/**
 * Runs a program to its end; rejects, with what it said if that was kept, when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export function run(program, args, options) {
  return ending(start(program, args, options), [program, ...args].join(" "));
}

/**
 * Runs Node.js to its end, which comes at the latest with the end of this process.
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function runNode(args, options) {
  return ending(startNode(args, options), ["node", ...args].join(" "));
}

/**
 * The end of a program; rejects, with what it said if that was kept, when it fails.
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} title
 * @returns {Promise<string>}
 */
export function ending(child, title) {
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve(said);
      reject(new Error(said.trim() || `${title} ended with ${signal ?? code}.`));
    });
  });
}

/**
 * Asks every program started here to end, and ends those that have not done so after the given time.
 * @param {number} patienceMs
 */
export async function stopAll(patienceMs) {
  await Promise.all([...running].map((child) => stop(child, patienceMs)));
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} patienceMs
 * @returns {Promise<void>}
 */
function stop(child, patienceMs) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const impatience = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", () => {
      clearTimeout(impatience);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
