import { and, desc, eq, type Column } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";

/** The columns that say whose invitation is sought: a login's at the portal, or a staff user's. */
type Invited = { organisationId: Column } & ({ loginId: Column } | { staffId: Column });

/** The newest invitation of each row of a query, open or not; joined laterally, it is `invitation` there. */
export function newestInvitation(tx: Tx, of: Invited) {
  const isTheirs =
    "loginId" in of
      ? and(eq(tokens.loginId, of.loginId), eq(tokens.purpose, "activation"))
      : and(eq(tokens.staffId, of.staffId), eq(tokens.purpose, "staff-activation"));
  return tx
    .select({
      tokenId: tokens.id,
      expiresAt: tokens.expiresAt,
      usedAt: tokens.usedAt,
      endedReason: tokens.endedReason,
      openedAt: tokens.firstOpenedAt,
    })
    .from(tokens)
    .where(and(eq(tokens.organisationId, of.organisationId), isTheirs))
    .orderBy(desc(tokens.id))
    .limit(1)
    .as("invitation");
}
