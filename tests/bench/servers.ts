import { setTimeout as sleep } from "node:timers/promises";
import { readFile } from "node:fs/promises";
import { freePort } from "@/bin/lib/free-port.mjs";
import { startNode } from "@/bin/lib/run.mjs";

export type Server = { url: string; residentMb(): Promise<number>; stop(): Promise<void> };

async function whenAnswering(url: string, path: string, isOver: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !isOver()) {
    const answer = await fetch(url + path).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The server at ${url} did not come up.`);
}

async function start(
  args: (port: number) => string[],
  path: string,
  env: NodeJS.ProcessEnv,
): Promise<Server> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = startNode(args(port), {
    env: { ...env, PORT: String(port), BASE_URL: url, NODE_ENV: "production" },
  });
  let isOver = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve(void (isOver = true))));
  await whenAnswering(url, path, () => isOver);
  return {
    url,
    residentMb: async () =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Starts the built application as `npm start` would, on the measured database. */
export const startPortico = (env: NodeJS.ProcessEnv) => start(() => ["bin/serve.mjs"], "/api/health", env);

/** Starts the bare Next.js application of tests/bench/bare, which must have been built. */
export const startBare = (env: NodeJS.ProcessEnv) =>
  start(
    (port) => ["node_modules/next/dist/bin/next", "start", "tests/bench/bare", "-p", String(port)],
    "/",
    env,
  );
