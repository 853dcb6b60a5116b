import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { refuseLost } from "./members";
import { listContactGroupRoles, listGroupRolesOf } from "./queries";

type Whose = { organisationId: string; contactId: string };

/** Makes a contact hold exactly these group roles; returns the names before and after, for the record. */
export async function setContactGroupRoles(
  tx: Tx,
  { organisationId, contactId }: Whose,
  wanted: readonly string[],
): Promise<{ before: string[]; after: string[] }> {
  const known = wanted.length > 0 ? await listContactGroupRoles(tx) : [];
  const chosen = known.filter(({ id }) => wanted.includes(id));
  if (chosen.length < new Set(wanted).size)
    throw new Refusal("invalid", "Some entries need your attention.", {
      groupRoleIds: "A group role that you chose is not there any more. Choose again.",
    });
  const held = await listGroupRolesOf(tx, contactId);
  const added = chosen.filter(({ id }) => !held.some((role) => role.id === id));
  const removed = held.filter(({ id }) => !wanted.includes(id));
  if (removed.length > 0)
    await tx.delete(contactGroupRoles).where(
      and(
        eq(contactGroupRoles.contactId, contactId),
        inArray(
          contactGroupRoles.groupRoleId,
          removed.map(({ id }) => id),
        ),
      ),
    );
  if (added.length > 0)
    await tx
      .insert(contactGroupRoles)
      .values(added.map(({ id }) => ({ organisationId, contactId, groupRoleId: id })))
      .onConflictDoNothing()
      .catch(refuseLost);
  return { before: held.map(({ name }) => name), after: chosen.map(({ name }) => name) };
}
