import { asc, count, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { staffGroupRoles, staffUsers } from "@/db/schema";
import type { GroupRoleKind, Gives } from "@/lib/group-roles/kind";
import { listPeople, rolesOf, type StaffPerson } from "./people";

// More colleagues than any organisation has; beyond, a count would be a lower bound.
const MOST = 10_000;

/** The colleagues who hold a group role, by name. */
export const listStaffMembers = (tx: Tx, groupRoleId: string): Promise<StaffPerson[]> =>
  listPeople(
    tx,
    sql`EXISTS (SELECT FROM ${staffGroupRoles} m WHERE m.organisation_id = ${staffUsers.organisationId}
      AND m.staff_id = ${staffUsers.id} AND m.group_role_id = ${groupRoleId})`,
    MOST,
    [asc(staffUsers.name), asc(staffUsers.id)].map((order) => sql`${order}`),
  );

async function countMembers(tx: Tx, groupRoleId: string): Promise<number> {
  const [row] = await tx
    .select({ members: count() })
    .from(staffGroupRoles)
    .where(eq(staffGroupRoles.groupRoleId, groupRoleId));
  return row?.members ?? 0;
}

const without = (from: readonly string[], roles: readonly string[]) =>
  from.filter((role) => !roles.includes(role));

/** What each member of a group role would gain and lose if it gave `after`: what they hold otherwise as well makes no difference. */
export async function effectsOnStaff(tx: Tx, groupRole: Gives & { id: string }, after: Gives) {
  const members = await listStaffMembers(tx, groupRole.id);
  return members.map((person) => {
    const others = person.groupRoles.filter(({ id }) => id !== groupRole.id);
    const becomes = rolesOf({
      roles: person.roles,
      groupRoles: [...others, { id: groupRole.id, name: "", ...after, roles: [...after.roles] }],
    });
    const { id, name, allRoles } = person;
    return { id, name, gains: without(becomes, allRoles), loses: without(allRoles, becomes) };
  });
}

/** Group roles that staff hold. */
export const staffKind: GroupRoleKind = {
  audience: "staff",
  countMembers,
  roleNames: (roles) => roles.join(", "),
  countEffects: async (tx, groupRole, after) => {
    const effects = await effectsOnStaff(tx, groupRole, after);
    return {
      gaining: effects.filter(({ gains }) => gains.length > 0).length,
      losing: effects.filter(({ loses }) => loses.length > 0).length,
    };
  },
  countAllMembers: async (tx) => {
    const counts = await tx
      .select({ id: staffGroupRoles.groupRoleId, members: count() })
      .from(staffGroupRoles)
      .groupBy(staffGroupRoles.groupRoleId);
    return new Map(counts.map(({ id, members }) => [id, members]));
  },
  removeMembers: async (tx, groupRoleId) => {
    await tx.delete(staffGroupRoles).where(eq(staffGroupRoles.groupRoleId, groupRoleId));
  },
};
