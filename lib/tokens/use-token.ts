import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { lockOwners, replaceTokens } from "./owners";
import { deadLink, tokenState } from "./state";

/** A token that this transaction, and no other ever, has used. */
export type UsedToken = typeof tokens.$inferSelect;

/** Uses a token up, once; throws a Refusal with `details.state` when it was used or ended before. Other links of the same purpose and owner end. */
export async function useToken(tx: Tx, tokenId: string): Promise<UsedToken> {
  const [known] = await tx.select().from(tokens).where(eq(tokens.id, tokenId));
  if (!known) throw new Refusal("not-found", "This link is not known. Ask for a fresh one.");
  await lockOwners(tx, [known]);
  const [used] = await tx
    .update(tokens)
    .set({ usedAt: clock.now() })
    .where(
      and(
        eq(tokens.id, tokenId),
        isNull(tokens.usedAt),
        isNull(tokens.endedAt),
        gt(tokens.expiresAt, clock.now()),
      ),
    )
    .returning();
  if (!used) throw await refusalFor(tx, tokenId);
  await replaceTokens(tx, used.purpose, [used]);
  return used;
}

async function refusalFor(tx: Tx, tokenId: string): Promise<Refusal> {
  const [now] = await tx.select().from(tokens).where(eq(tokens.id, tokenId));
  const state = now ? tokenState(now) : "used";
  return deadLink(state === "live" ? "expired" : state);
}
