import { pool } from "@/db/client";

/** Counts the outbox and its tokens anew for PostgreSQL's planner; it would notice by itself, but only after a minute. */
export async function refreshStatistics(): Promise<void> {
  await pool().query("ANALYZE mail, tokens, token_secrets");
}
