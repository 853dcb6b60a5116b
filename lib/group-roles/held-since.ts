import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles, pastContactGroupRoles, pastGroupRoles } from "@/db/schema";
import { permissionIds, type PermissionId } from "@/lib/access/permissions";

type Row = {
  id: string;
  held: string;
  givenBy: string;
  since: string;
  changedBy: string;
  isActive: boolean;
  roles: string[];
};
type Form = { since: Date; by: string; isActive: boolean; roles: string[] };
type Held = { since: Date; by: string; forms: Form[] };

/** Since when group roles give a contact a permission, and who saw to that; nobody by name where that is not kept. */
export type Given = { since: Date; by: string };

/**
 * Since when and by whom the group roles that a contact held at that moment have given them each permission: since they got the group
 * role, or since it came to give that permission. Of several that give it, the one that has given it longest counts.
 */
export async function listGiven(tx: Tx, contactId: string, at: Date): Promise<Map<PermissionId, Given>> {
  const given = new Map<PermissionId, Given>();
  for (const held of await listHeld(tx, contactId, at))
    for (const id of permissionIds) {
      const found = givenBy(held, id);
      const known = given.get(id);
      if (found && (!known || found.since < known.since)) given.set(id, found);
    }
  return given;
}

/** Follows what the group role gave back in time for as long as it gave the permission without a break; forms come newest first. */
function givenBy({ since, by, forms }: Held, id: PermissionId): Given | null {
  const broken = forms.findIndex(({ isActive, roles }) => !isActive || !roles.includes(id));
  const first = broken < 0 ? forms.at(-1) : forms[broken - 1];
  if (!first) return null;
  return first.since > since ? { since: first.since, by: first.by } : { since, by };
}

async function listHeld(tx: Tx, contactId: string, at: Date): Promise<Held[]> {
  const { rows } = await tx.execute<Row>(sql`
    WITH held AS (
      SELECT organisation_id, group_role_id, since, given_by_name FROM ${contactGroupRoles} WHERE contact_id = ${contactId} AND since <= ${at}
      UNION ALL
      SELECT organisation_id, group_role_id, since, given_by_name FROM ${pastContactGroupRoles} WHERE contact_id = ${contactId} AND since <= ${at} AND until > ${at}
    ), form AS (
      SELECT organisation_id, id, since, since_by_name, is_active, roles FROM ${groupRoles}
      UNION ALL SELECT organisation_id, group_role_id, since, since_by_name, is_active, roles FROM ${pastGroupRoles}
    )
    SELECT form.id, held.since AS held, held.given_by_name AS "givenBy", form.since, form.since_by_name AS "changedBy", form.is_active AS "isActive", form.roles
    FROM held JOIN form ON form.organisation_id = held.organisation_id AND form.id = held.group_role_id
    WHERE form.since <= ${at} ORDER BY form.since DESC`);
  const found = new Map<string, Held>();
  for (const { id, held, givenBy: by, since, changedBy, isActive, roles } of rows) {
    const one = found.get(id) ?? { since: new Date(held), by, forms: [] };
    found.set(id, one);
    one.forms.push({ since: new Date(since), by: changedBy, isActive, roles });
  }
  return [...found.values()];
}
