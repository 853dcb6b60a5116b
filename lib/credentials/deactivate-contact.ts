import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { endLinks } from "@/lib/tokens/end-links";
import { demandCredential } from "./demand-credential";
import type { contactInput } from "./input";

/**
 * Shuts a contact out: sign-in, open links and the sessions that act for this contact end; the next request of any is refused. A login
 * that serves other contacts of the same person keeps working for those.
 */
export async function deactivateContact(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { contactId }: z.output<typeof contactInput>,
) {
  const { name, companyId } = await demandCredential(tx, contactId, "deactivate");
  const [deactivated] = await tx
    .update(contacts)
    .set({ deactivatedAt: clock.now(), deactivatedBy: actor.staffId, updatedAt: clock.now() })
    .where(and(eq(contacts.id, contactId), isNull(contacts.deactivatedAt)))
    .returning({ id: contacts.id });
  if (!deactivated) throw new Refusal("conflict", `${name} is deactivated already.`);
  await endLinks(tx, { contactId });
  await tx
    .update(sessions)
    .set({ endedAt: clock.now(), endedReason: "contact deactivated" })
    .where(and(eq(sessions.contactId, contactId), isNull(sessions.endedAt)));
  await record(tx, actor, { act: "contact.deactivated", contactId, companyId, subject: name });
  return { name };
}
