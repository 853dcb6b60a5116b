import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";

/** Whether the login also serves companies that the transaction does not reach; nothing else is told of them. */
export async function reachesFurther(tx: Tx, loginId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ further: boolean }>(
    sql`SELECT login_reaches_further(${loginId}::uuid) AS further`,
  );
  return rows[0]?.further ?? false;
}

/** Refuses when the login also serves companies that the actor does not reach: how it signs in is not theirs to change. */
export async function demandWholeReach(tx: Tx, loginId: string): Promise<void> {
  if (await reachesFurther(tx, loginId))
    throw new Refusal(
      "forbidden",
      "This person also signs in for a company that you do not see. Ask an administrator to change their login.",
    );
}
