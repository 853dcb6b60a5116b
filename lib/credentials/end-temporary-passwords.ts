import { and, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, logins } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { endLoginSessions } from "@/lib/sessions/end-sessions";

/**
 * Ends the temporary passwords among those logins, with what they opened, before the logins serve another company: whoever set one for the
 * first company knows it, and would sign in for the second as well. Returns the logins that need to be invited again.
 */
export async function endTemporaryPasswords(
  tx: Tx,
  actor: StaffActor,
  ids: readonly string[] | SQL,
): Promise<string[]> {
  const ended = await tx
    .update(logins)
    .set({ passwordHash: null, temporaryUntil: null })
    .where(and(isNotNull(logins.temporaryUntil), inArray(logins.id, ids)))
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
