import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";

/** Notes when a link was opened for the first time, and answers whether this was it; later openings leave that moment as it is. */
export async function noteOpened(tx: Tx, tokenId: string): Promise<boolean> {
  const { rowCount } = await tx
    .update(tokens)
    .set({ firstOpenedAt: clock.now() })
    .where(and(eq(tokens.id, tokenId), isNull(tokens.firstOpenedAt)));
  return rowCount === 1;
}
