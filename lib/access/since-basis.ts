import { sql, type SQL } from "drizzle-orm";
import type { Basis } from "./operations";

// No transaction that changes access, and no difference between the clocks of several servers, lasts as long.
const LONGEST_MS = 600_000;

/**
 * The condition under which something was not known to whoever knew `basis`: what was done in transaction `within` had not been committed
 * when the screen was drawn, whatever the clock said when it began. The time alone decides only what is far from that moment, for which
 * it can use an index, and what happened before transactions were kept.
 */
export function isNews(at: SQL, within: SQL, basis: Basis): SQL {
  const near = new Date(Math.max(0, basis.at.getTime() - LONGEST_MS));
  return sql`(${at} > ${near} AND coalesce(NOT pg_visible_in_snapshot(${within}, ${basis.snapshot}::pg_snapshot), ${at} > ${basis.at}))`;
}
