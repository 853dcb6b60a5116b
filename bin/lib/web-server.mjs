import { setTimeout as sleep } from "node:timers/promises";
import { isPortFree } from "./free-port.mjs";
import { startNode } from "./run.mjs";

/**
 * Throws, saying what to do, when another program listens on the port.
 * @param {number} port
 */
export async function demandFreePort(port) {
  // A server that was just killed needs a moment to let go.
  for (let tries = 0; tries < 10; tries++) {
    if (await isPortFree(port)) return;
    await sleep(100);
  }
  throw new Error(
    `Port ${port} is used by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}

/**
 * Starts the application and waits until it says that it is well.
 * @param {{ port: number, dev: boolean, env: NodeJS.ProcessEnv, output?: number | "inherit" }} options
 * @returns {Promise<{ ended: Promise<number> }>} ended gives the code with which it ends one day
 */
export async function serve({ port, dev, env, output = "inherit" }) {
  const child = startNode(
    dev ? ["node_modules/next/dist/bin/next", "dev", "-p", String(port)] : ["bin/serve.mjs"],
    {
      stdio: ["ignore", output, output, "ipc"],
      env: { ...env, PORT: String(port), NODE_ENV: dev ? "development" : "production" },
    },
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + 120_000;
  let answer = "It did not answer.";
  while (!over) {
    const found = await health(port);
    if (found.well) return { ended };
    answer = found.answer ?? answer;
    if (Date.now() > deadline) throw new Error(`The application is not well after two minutes. ${answer}`);
    await sleep(100);
  }
  throw new Error("The application ended while it was starting; its last words stand above.");
}

/**
 * @param {number} port
 * @returns {Promise<{ well: boolean, answer?: string }>}
 */
async function health(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    });
    return {
      well: response.ok,
      answer: `It says: ${response.status} ${(await response.text()).slice(0, 500)}`,
    };
  } catch {
    return { well: false };
  }
}
