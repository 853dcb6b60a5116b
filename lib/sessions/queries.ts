import { and, desc, eq, gt, isNull, sql, type Column, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { organisations, sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const MINUTE = 60_000;

/** The session row when it is open, within its absolute limit and not idle too long; notes at most once a minute that it was seen. */
export async function findOpenSession(tx: Tx, id: string, kind: "staff" | "contact") {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.kind, kind), isOpen(kind)))
    // Asked by each request: by its name a connection plans it once.
    .prepare(`open ${kind} session`)
    .execute();
  if (!session) return null;
  if (clock.now().getTime() - session.lastSeenAt.getTime() > MINUTE)
    await tx.update(sessions).set({ lastSeenAt: clock.now() }).where(eq(sessions.id, id));
  return session;
}

/** Open sessions of one staff user or login, the latest first. */
export function listOpenSessions(tx: Tx, owner: { staffId: string } | { loginId: string }) {
  const [whose, kind] =
    "staffId" in owner
      ? ([eq(sessions.staffId, owner.staffId), "staff"] as const)
      : ([eq(sessions.loginId, owner.loginId), "contact"] as const);
  return tx
    .select({
      id: sessions.id,
      address: sessions.address,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(whose, isOpen(kind)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
}

// The organisation's own limits stand in the same query; where it has none, least() leaves those of the environment.
function isOpen(kind: "staff" | "contact"): SQL | undefined {
  const { STAFF_IDLE_MINUTES, STAFF_SESSION_MINUTES, CONTACT_IDLE_MINUTES, CONTACT_SESSION_MINUTES } = env();
  const limit = (most: number, own: Column) =>
    sql`make_interval(mins => least(${most}::int, (SELECT ${own} FROM ${organisations} WHERE ${organisations.id} = ${sessions.organisationId})))`;
  const [idle, whole] =
    kind === "staff"
      ? [
          limit(STAFF_IDLE_MINUTES, organisations.staffIdleMinutes),
          limit(STAFF_SESSION_MINUTES, organisations.staffSessionMinutes),
        ]
      : [
          limit(CONTACT_IDLE_MINUTES, organisations.contactIdleMinutes),
          limit(CONTACT_SESSION_MINUTES, organisations.contactSessionMinutes),
        ];
  const now = sql`${clock.now().toISOString()}::timestamptz`;
  return and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, clock.now()),
    sql`${sessions.lastSeenAt} > ${now} - ${idle}`,
    sql`${sessions.createdAt} > ${now} - ${whole}`,
  );
}
