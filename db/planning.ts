import { sql } from "drizzle-orm";
import type { Tx } from "./as-actor";

// Row-level security makes the planner expect a handful of rows where there are a million, and look each of them up by itself. Compiling a
// plan takes longer than any of these queries, and hashes that do not fit are written to disk.
const forMany = {
  enable_nestloop: "off",
  enable_sort: "off",
  enable_incremental_sort: "off",
  jit: "off",
  work_mem: "128MB",
};

/** Runs `work` with joins and groups by hash only: for whole tables, or for what no index yields in order. */
export const withHashing = <T>(tx: Tx, work: () => Promise<T>): Promise<T> =>
  withSettings(tx, { ...forMany, enable_mergejoin: "off" }, work);

/**
 * Runs `work` with whole tables read in the order of an index that holds all that is asked, so that they are merged as they come: a million
 * contacts beside half a million entries take half of the time that hashing them takes.
 */
export const withMerging = <T>(tx: Tx, work: () => Promise<T>): Promise<T> =>
  withSettings(tx, { ...forMany, enable_seqscan: "off", enable_bitmapscan: "off" }, work);

async function withSettings<T>(tx: Tx, settings: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const names = sql`unnest(${sql.param(Object.keys(settings))}::text[], ${sql.param(Object.values(settings))}::text[]) AS wanted (name, value)`;
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
