import { sql } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { KEPT_DAYS } from "./list-input";

/** The job that removes, once a day, what activity logs need not keep any longer. */
export const FORGET_ACTIVITY = "forget-activity";

const REASON = "activity logs that are old";

// So few at once that nobody waits for them.
const ROWS_A_TRANSACTION = 5_000;

/** Removes the events of every organisation that are older than activity logs are kept. */
export async function forgetActivity(): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000).toISOString();
  const all = await asSystem(REASON, "any", (tx) => tx.select({ id: organisations.id }).from(organisations));
  for (const { id } of all) while ((await forgetSome(id, before)) === ROWS_A_TRANSACTION);
}

async function forgetSome(organisationId: string, before: string): Promise<number> {
  const { rowCount } = await asSystem(REASON, organisationId, (tx) =>
    tx.execute(sql`
      DELETE FROM company_events WHERE organisation_id = ${organisationId} AND id = ANY (ARRAY(
        SELECT id FROM company_events WHERE organisation_id = ${organisationId} AND at < ${before}::timestamptz
        ORDER BY at LIMIT ${ROWS_A_TRANSACTION}))`),
  );
  return rowCount ?? 0;
}
