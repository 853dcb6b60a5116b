import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { currentBasis } from "@/lib/access/current-basis";
import { findAccessContact } from "@/lib/access/list-access-contacts";

/** What the ticks of one contact need to be shown, staged and saved; null when the contact cannot be seen. */
export async function loadTicks(tx: Tx, actor: StaffActor, contactId: string) {
  // Read before the rest: what changes in between is then told when saving, rather than missed.
  const basis = await currentBasis(tx);
  const found = await findAccessContact(tx, contactId);
  if (!found) return null;
  const storageKey = `portico-access ${actor.organisationId} ${actor.staffId} ${contactId}`;
  return { ...found, basis, storageKey };
}
