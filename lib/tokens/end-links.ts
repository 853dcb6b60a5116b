import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { cancelQueuedMail } from "./owners";

type Whose = { loginId: string } | { contactId: string } | { staffId: string };

/** Cancels every unused link of a login or a staff user, or those made for one of its contacts, and keeps their unsent e-mails from going out. */
export async function endLinks(tx: Tx, of: Whose): Promise<void> {
  const [column, id] =
    "loginId" in of
      ? [tokens.loginId, of.loginId]
      : "staffId" in of
        ? [tokens.staffId, of.staffId]
        : [tokens.contactId, of.contactId];
  const ended = await tx
    .update(tokens)
    .set({ endedAt: clock.now(), endedReason: "cancelled" })
    .where(and(eq(column, id), isNull(tokens.usedAt), isNull(tokens.endedAt)))
    .returning({ id: tokens.id });
  await cancelQueuedMail(
    tx,
    ended.map((token) => token.id),
  );
}
