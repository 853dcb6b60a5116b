import { and, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, logins } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { endLoginSessions } from "@/lib/sessions/end-sessions";

/**
 * Ends the passwords among those logins that were given out rather than chosen behind a link to the login's address, with what they opened,
 * before the logins serve another company: whoever set a temporary one for the first company, or chose the next by it, would sign in for
 * the second as well. Returns the logins that need to be invited again.
 */
export async function endUnprovenPasswords(
  tx: Tx,
  actor: StaffActor,
  ids: readonly string[] | SQL,
): Promise<string[]> {
  const ended = await tx
    .update(logins)
    .set({ passwordHash: null, temporaryUntil: null })
    .where(and(isNotNull(logins.passwordHash), isNull(logins.emailProvenAt), inArray(logins.id, ids)))
    .returning({ id: logins.id });
  const loginIds = ended.map(({ id }) => id);
  if (loginIds.length === 0) return [];
  for (const id of loginIds) await endLoginSessions(tx, id, "login linked to another company");
  const whose = await tx
    .select({ contactId: contacts.id, companyId: contacts.companyId, subject: contacts.name })
    .from(contacts)
    .where(inArray(contacts.loginId, loginIds));
  await recordAll(
    tx,
    actor,
    whose.map((contact) => ({ act: "contact.temporary-password-ended", ...contact })),
  );
  return loginIds;
}
