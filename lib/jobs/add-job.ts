import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";

/** Puts a job into the queue in the caller's transaction; one that waits under the same `key` is replaced. Never give it a secret. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  key: string,
): Promise<void> {
  await tx.execute(
    sql`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key := ${`${task} ${key}`})`,
  );
}
