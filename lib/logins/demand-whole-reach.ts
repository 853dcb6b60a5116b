import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";

/** Refuses when the login also serves companies that the actor does not reach: how it signs in is not theirs to change. */
export async function demandWholeReach(tx: Tx, loginId: string): Promise<void> {
  const { rows } = await tx.execute<{ further: boolean }>(
    sql`SELECT login_reaches_further(${loginId}::uuid) AS further`,
  );
  if (rows[0]?.further)
    throw new Refusal(
      "forbidden",
      "This person also signs in for a company that you do not see. Ask an administrator to change their login.",
    );
}
