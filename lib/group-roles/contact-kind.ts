import { count, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles } from "@/db/schema";
import { permissionNames } from "@/lib/access/permissions";
import { countEffects } from "./count-effects";
import type { GroupRoleKind } from "./kind";

async function countMembers(tx: Tx, groupRoleId: string): Promise<number> {
  const [row] = await tx
    .select({ members: sql<number>`count(*)::int` })
    .from(contactGroupRoles)
    .where(eq(contactGroupRoles.groupRoleId, groupRoleId));
  return row?.members ?? 0;
}

/** Group roles that contacts hold. */
export const contactKind: GroupRoleKind = {
  audience: "contact",
  countMembers,
  countEffects,
  roleNames: permissionNames,
  countAllMembers: async (tx) => {
    const counts = await tx
      .select({ id: contactGroupRoles.groupRoleId, members: count() })
      .from(contactGroupRoles)
      .groupBy(contactGroupRoles.groupRoleId);
    return new Map(counts.map(({ id, members }) => [id, members]));
  },
  removeMembers: async (tx, groupRoleId) => {
    await tx.delete(contactGroupRoles).where(eq(contactGroupRoles.groupRoleId, groupRoleId));
  },
};
