import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { cancelQueuedMail } from "./owners";
import { tokenState } from "./state";

/** Cancels a link that was not used yet, whether or not its e-mail has gone out; refuses, saying why, when there is nothing left to cancel. */
export async function cancelToken(tx: Tx, actor: Actor, tokenId: string): Promise<void> {
  const ours = and(eq(tokens.organisationId, actor.organisationId), eq(tokens.id, tokenId));
  const [cancelled] = await tx
    .update(tokens)
    .set({ endedAt: clock.now(), endedReason: "cancelled" })
    .where(and(ours, isNull(tokens.usedAt), isNull(tokens.endedAt)))
    .returning({ id: tokens.id });
  if (cancelled) return cancelQueuedMail(tx, [cancelled.id]);
  const [known] = await tx.select().from(tokens).where(ours);
  if (!known) throw new Refusal("not-found", "There is no such link.");
  throw new Refusal("conflict", `The link is ${tokenState(known)} already, so there is nothing to cancel.`);
}
