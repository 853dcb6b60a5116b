import { sql } from "drizzle-orm";
import type { Tx } from "./as-actor";

/**
 * Runs `work` with joins by hash only: row-level security makes the planner expect a handful of rows where there are a million, and look
 * each of them up by itself.
 */
export async function withHashing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.execute(
    sql`SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`,
  );
  // When `work` fails, so does the transaction, and with it the settings end.
  const result = await work();
  await tx.execute(
    sql`SELECT set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`,
  );
  return result;
}
