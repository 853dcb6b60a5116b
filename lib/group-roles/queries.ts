import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles } from "@/db/schema";

const view = {
  id: groupRoles.id,
  code: groupRoles.code,
  name: groupRoles.name,
  description: groupRoles.description,
  isActive: groupRoles.isActive,
};

/** A named bundle of roles, as it is chosen. */
export type GroupRoleView = Awaited<ReturnType<typeof listContactGroupRoles>>[number];

/** Every group role for contacts, by name; inactive ones give nothing but can be held. */
export function listContactGroupRoles(tx: Tx) {
  return tx
    .select(view)
    .from(groupRoles)
    .where(eq(groupRoles.audience, "contact"))
    .orderBy(asc(groupRoles.name), asc(groupRoles.id));
}

/** The group roles that a contact holds, by name. */
export function listGroupRolesOf(tx: Tx, contactId: string) {
  return tx
    .select(view)
    .from(contactGroupRoles)
    .innerJoin(
      groupRoles,
      and(
        eq(groupRoles.organisationId, contactGroupRoles.organisationId),
        eq(groupRoles.id, contactGroupRoles.groupRoleId),
      ),
    )
    .where(eq(contactGroupRoles.contactId, contactId))
    .orderBy(asc(groupRoles.name), asc(groupRoles.id));
}
