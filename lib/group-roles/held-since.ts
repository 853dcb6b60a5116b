import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles, pastContactGroupRoles, pastGroupRoles } from "@/db/schema";
import { permissionIds, type PermissionId } from "@/lib/access/permissions";

type Row = { id: string; held: string; since: string; isActive: boolean; roles: string[] };
type Form = { since: Date; isActive: boolean; roles: string[] };
type Held = { since: Date; forms: Form[] };

/**
 * Since when the group roles that a contact held at that moment have given them each permission: since they got the group role, or
 * since it came to give that permission. Of several that give it, the one that has given it longest counts.
 */
export async function listGivenSince(tx: Tx, contactId: string, at: Date): Promise<Map<PermissionId, Date>> {
  const given = new Map<PermissionId, Date>();
  for (const held of await listHeld(tx, contactId, at))
    for (const id of permissionIds) {
      const since = givenSince(held, id);
      const known = given.get(id);
      if (since && (!known || since < known)) given.set(id, since);
    }
  return given;
}

/** Follows what the group role gave back in time for as long as it gave the permission without a break; forms come newest first. */
function givenSince({ since, forms }: Held, id: PermissionId): Date | null {
  const broken = forms.findIndex(({ isActive, roles }) => !isActive || !roles.includes(id));
  const first = broken < 0 ? forms.at(-1) : forms[broken - 1];
  return first ? new Date(Math.max(first.since.getTime(), since.getTime())) : null;
}

async function listHeld(tx: Tx, contactId: string, at: Date): Promise<Held[]> {
  const { rows } = await tx.execute<Row>(sql`
    WITH held AS (
      SELECT organisation_id, group_role_id, since FROM ${contactGroupRoles} WHERE contact_id = ${contactId} AND since <= ${at}
      UNION ALL
      SELECT organisation_id, group_role_id, since FROM ${pastContactGroupRoles} WHERE contact_id = ${contactId} AND since <= ${at} AND until > ${at}
    ), form AS (
      SELECT organisation_id, id, since, is_active, roles FROM ${groupRoles}
      UNION ALL SELECT organisation_id, group_role_id, since, is_active, roles FROM ${pastGroupRoles}
    )
    SELECT form.id, held.since AS held, form.since, form.is_active AS "isActive", form.roles
    FROM held JOIN form ON form.organisation_id = held.organisation_id AND form.id = held.group_role_id
    WHERE form.since <= ${at} ORDER BY form.since DESC`);
  const found = new Map<string, Held>();
  for (const { id, held, since, isActive, roles } of rows) {
    const one = found.get(id) ?? { since: new Date(held), forms: [] };
    found.set(id, one);
    one.forms.push({ since: new Date(since), isActive, roles });
  }
  return [...found.values()];
}
