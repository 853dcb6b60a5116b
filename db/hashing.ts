import { sql } from "drizzle-orm";
import type { Tx } from "./as-actor";

// Compiling a plan takes longer than any of these queries, and hashes that do not fit are written to disk.
const hashing = {
  enable_nestloop: "off",
  enable_mergejoin: "off",
  enable_sort: "off",
  enable_incremental_sort: "off",
  jit: "off",
  work_mem: "128MB",
};

/**
 * Runs `work` with joins and groups by hash only: row-level security makes the planner expect a handful of rows where there are a million,
 * and look each of them up by itself.
 */
export async function withHashing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const names = sql`unnest(${sql.param(Object.keys(hashing))}::text[], ${sql.param(Object.values(hashing))}::text[]) AS wanted (name, value)`;
  const { rows } = await tx.execute<{ name: string; value: string }>(
    sql`SELECT name, current_setting(name) AS value FROM ${names}`,
  );
  await tx.execute(sql`SELECT set_config(name, value, true) FROM ${names}`);
  // When `work` fails, so does the transaction, and with it the settings end.
  const result = await work();
  await tx.execute(
    sql`SELECT set_config(name, value, true) FROM unnest(${sql.param(rows.map(({ name }) => name))}::text[], ${sql.param(rows.map(({ value }) => value))}::text[]) AS kept (name, value)`,
  );
  return result;
}
