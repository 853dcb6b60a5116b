import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles } from "@/db/schema";
import { isId } from "@/lib/platform/ids";
import { contactKind } from "./contact-kind";
import type { GroupRoleKind } from "./kind";

const view = {
  id: groupRoles.id,
  code: groupRoles.code,
  name: groupRoles.name,
  description: groupRoles.description,
  isActive: groupRoles.isActive,
};

const forContacts = eq(groupRoles.audience, "contact");

/** Every group role for staff with what it gives, by name; inactive ones give nothing but can be held. */
export function listStaffGroupRoles(tx: Tx) {
  return tx
    .select({ ...view, roles: groupRoles.roles })
    .from(groupRoles)
    .where(eq(groupRoles.audience, "staff"))
    .orderBy(asc(groupRoles.name), asc(groupRoles.id));
}

/** Every group role for contacts, by name; inactive ones give nothing but can be held. */
export function listContactGroupRoles(tx: Tx) {
  return tx
    .select(view)
    .from(groupRoles)
    .where(forContacts)
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

/** A group role as the list shows it. */
export type GroupRoleRow = Awaited<ReturnType<typeof listGroupRoles>>[number];

/** Every group role of a kind with what it gives and how many hold it, by name. */
export async function listGroupRoles(tx: Tx, kind: GroupRoleKind = contactKind) {
  const found = await tx
    .select({ ...view, roles: groupRoles.roles })
    .from(groupRoles)
    .where(eq(groupRoles.audience, kind.audience))
    .orderBy(asc(groupRoles.name), asc(groupRoles.id));
  const members = await kind.countAllMembers(tx);
  return found.map((row) => ({ ...row, members: members.get(row.id) ?? 0 }));
}

/** The group role of a kind with this id as its page shows it, or null when there is none. */
export async function findGroupRole(tx: Tx, id: string, kind: GroupRoleKind = contactKind) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({ ...view, roles: groupRoles.roles, version: groupRoles.version })
    .from(groupRoles)
    .where(and(eq(groupRoles.audience, kind.audience), eq(groupRoles.id, id)));
  return found ? { ...found, members: await kind.countMembers(tx, id) } : null;
}
