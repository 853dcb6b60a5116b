import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { cancelQueuedMail } from "./owners";

/** Cancels every unused link of a login, or those made for one of its contacts, and keeps their unsent e-mails from going out. */
export async function endLinks(tx: Tx, of: { loginId: string } | { contactId: string }): Promise<void> {
  const whose = "loginId" in of ? eq(tokens.loginId, of.loginId) : eq(tokens.contactId, of.contactId);
  const ended = await tx
    .update(tokens)
    .set({ endedAt: clock.now(), endedReason: "cancelled" })
    .where(and(whose, isNull(tokens.usedAt), isNull(tokens.endedAt)))
    .returning({ id: tokens.id });
  await cancelQueuedMail(
    tx,
    ended.map((token) => token.id),
  );
}
