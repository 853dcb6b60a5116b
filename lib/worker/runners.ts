import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { freeAbandonedJobs, Presence } from "./presence";
import { lanes, type Lane } from "./task-list";

const SWEEP_EVERY = 10_000;
const POLL_EVERY = 5_000;
// A stopping server waits two seconds; what is broken off before that is written down as such.
const BREAK_OFF_AFTER = 1_500;

/** Workers at work, with what they need; they are started and ended together. */
export type Runners = { stop(): Promise<void>; sweptAt(): number };

// A completed job is no news; graphile-worker says so at "info".
const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const logger = new Logger((scope) => (level, message) => log[levels[level]]({ ...scope }, message));

/** Starts a runner for each lane that has tasks. `onBroken` is called, perhaps repeatedly, when they can no longer be relied on. */
export async function startRunners(onBroken: (error: unknown) => void): Promise<Runners> {
  const pool = openPool();
  const undo: (() => Promise<unknown>)[] = [() => pool.end()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error) => log.warn({ err: error }, "Worker"));
  };
  try {
    const presence = await Presence.open(env().DATABASE_URL, onBroken);
    undo.push(() => presence.close());
    let sweptAt = 0;
    const sweep = async () => {
      await freeAbandonedJobs(pool);
      sweptAt = Date.now();
    };
    await sweep();
    const timer = setInterval(() => void sweep().catch(onBroken), SWEEP_EVERY);
    undo.push(async () => clearInterval(timer));
    for (const lane of lanes.filter(hasTasks)) undo.push(await startLane(lane, pool, presence, onBroken));
    return { stop, sweptAt: () => sweptAt };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openPool(): Pool {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 8, application_name: "portico worker" });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

const hasTasks = (lane: Lane) => Object.keys(lane.tasks).length > 0;

async function startLane(lane: Lane, pool: Pool, presence: Presence, onBroken: (error: unknown) => void) {
  const events: WorkerEvents = new EventEmitter();
  // A worker that could not hand its job back ends, and graphile-worker starts no other in its place.
  events.on("worker:fatalError", ({ error }) => onBroken(error));
  const runner: Runner = await run({
    pgPool: pool,
    logger,
    events,
    taskList: lane.tasks,
    crontab: lane.crontab,
    concurrency: lane.concurrency,
    pollInterval: POLL_EVERY,
    gracefulShutdownAbortTimeout: BREAK_OFF_AFTER,
    noHandleSignals: true,
    preset: { plugins: [presencePlugin(lane, presence)] },
  });
  let stopping = false;
  runner.promise.then(
    () => stopping || onBroken(new Error("The worker ended by itself.")),
    (error) => onBroken(error),
  );
  return () => {
    stopping = true;
    return runner.stop();
  };
}

const presencePlugin = (lane: Lane, presence: Presence): GraphileConfig.Plugin => ({
  name: `portico-presence-${lane.name}`,
  version: "1.0.0",
  worker: { hooks: { startWorker: async (_, { worker }) => void (await presence.declare(worker.workerId)) } },
});
