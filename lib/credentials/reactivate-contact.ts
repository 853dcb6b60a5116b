import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { demandCredential } from "./demand-credential";
import type { contactInput } from "./input";

/** Lets a deactivated contact in again with the password they had; sessions and links that were ended stay so. */
export async function reactivateContact(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { contactId }: z.output<typeof contactInput>,
) {
  const { name, companyId } = await demandCredential(tx, contactId, "reactivate");
  const [reactivated] = await tx
    .update(contacts)
    .set({ deactivatedAt: null, deactivatedBy: null, updatedAt: clock.now() })
    .where(and(eq(contacts.id, contactId), isNotNull(contacts.deactivatedAt)))
    .returning({ id: contacts.id });
  if (!reactivated) throw new Refusal("conflict", `${name} is not deactivated.`);
  await record(tx, actor, { act: "contact.reactivated", contactId, companyId, subject: name });
  return { name };
}
