import { Client, type Pool } from "pg";
import { log } from "@/lib/platform/log";

const lockKey = (parameter: string) => `hashtextextended('portico worker ' || ${parameter}, 0)`;

/**
 * Shows other instances which workers are alive: for each worker this connection holds an advisory lock, which PostgreSQL lets go of when
 * the process dies, however it dies.
 */
export class Presence {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: Client) {}

  /** Opens the connection; `onLost` is called, perhaps repeatedly, when it breaks, for then others will take this process for dead. */
  static async open(url: string, onLost: (error: Error) => void): Promise<Presence> {
    const client = new Client({ connectionString: url, application_name: "portico worker", keepAlive: true });
    client.on("error", onLost);
    await client.connect();
    return new Presence(client);
  }

  /** Declares a worker alive; to be awaited before it takes its first job. */
  declare(workerId: string): Promise<unknown> {
    const lock = () => this.client.query(`SELECT pg_advisory_lock(${lockKey("$1::text")})`, [workerId]);
    return (this.last = this.last.then(lock));
  }

  /** Takes back everything that was declared. */
  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

// A lock that can be had is held by nobody: its worker is gone. It is let go again when the statement's transaction ends.
const FREE_ABANDONED = `
  SELECT graphile_worker.force_unlock_workers(array_agg(worker)), array_agg(worker) AS workers
  FROM (SELECT DISTINCT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
        UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL) AS busy
  WHERE pg_try_advisory_xact_lock(${lockKey("worker")})
  HAVING count(*) > 0`;

/** Gives jobs back to the queue whose workers died; the queue itself would wait four hours for them. */
export async function freeAbandonedJobs(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ workers: string[] }>(FREE_ABANDONED);
  if (rows[0]) log.warn({ workers: rows[0].workers }, "Took over the jobs of workers that are gone");
}
