import { max, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessChanges } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import type { Basis } from "./operations";

/** What a screen that is drawn now knows of the ledger, for `saveChange` to tell what came after. Ask before reading the rest. */
export async function currentBasis(tx: Tx): Promise<Basis> {
  // The time first: what happens in between is then told once too often rather than never.
  const at = clock.now();
  const [last] = await tx
    .select({ id: max(accessChanges.id), snapshot: sql<string>`pg_current_snapshot()::text` })
    .from(accessChanges)
    .prepare("current basis")
    .execute();
  return { changeId: last?.id ?? 0, at, snapshot: last?.snapshot ?? "" };
}
