import { and, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";

const open = isNull(sessions.endedAt);

/** Ends one session; returns whether it was open and the actor's to end. */
export async function endSession(tx: Tx, sessionId: string, reason: string): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: clock.now(), endedReason: reason })
    .where(and(eq(sessions.id, sessionId), open))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every open session of a login, but for `except`; returns how many. */
export async function endLoginSessions(
  tx: Tx,
  loginId: string,
  reason: string,
  except?: string,
): Promise<number> {
  return endWhere(
    tx,
    and(eq(sessions.loginId, loginId), open, except ? ne(sessions.id, except) : undefined),
    reason,
  );
}

/** Ends every open session of a staff user, but for `except`; returns how many. */
export async function endStaffSessions(
  tx: Tx,
  staffId: string,
  reason: string,
  except?: string,
): Promise<number> {
  return endWhere(
    tx,
    and(eq(sessions.staffId, staffId), open, except ? ne(sessions.id, except) : undefined),
    reason,
  );
}

async function endWhere(tx: Tx, where: ReturnType<typeof and>, reason: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: clock.now(), endedReason: reason })
    .where(where)
    .returning({ id: sessions.id });
  return ended.length;
}
