import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { effectiveAccess } from "@/lib/access/effective-access";
import { permissionIds, type PermissionId } from "@/lib/access/permissions";

type Gives = { isActive: boolean; roles: readonly string[] };

/** How many contacts become allowed something, or are no longer allowed something. */
export type Effects = { gaining: number; losing: number };

/**
 * How many contacts would gain and lose something if that group role gave `after` instead of what it gives: those for whom neither the
 * ledger nor another group role decides. A group role that is deleted is one that gives nothing.
 */
export async function countEffects(
  tx: Tx,
  groupRole: Gives & { id: string },
  after: Gives,
): Promise<Effects> {
  const [was, becomes] = [given(groupRole), given(after)];
  const only = permissionIds.filter((id) => was.includes(id) !== becomes.includes(id));
  if (only.length === 0) return { gaining: 0, losing: 0 };
  const supposing = { id: groupRole.id, isActive: true, roles: becomes };
  // Both sides under one another and grouped: the planner expects few rows of each, and would join them one by one.
  const { rows } = await tx.execute<Effects>(sql`
    SELECT count(DISTINCT contact_id) FILTER (WHERE NOT was AND becomes)::int AS gaining,
      count(DISTINCT contact_id) FILTER (WHERE was AND NOT becomes)::int AS losing
    FROM (
      SELECT contact_id, permission, bool_or(allowed) FILTER (WHERE side = 'was') AS was, bool_or(allowed) FILTER (WHERE side = 'becomes') AS becomes
      FROM (
        SELECT 'was' AS side, contact_id, permission, allowed FROM ${effectiveAccess({ only })} AS present
        UNION ALL
        SELECT 'becomes', contact_id, permission, allowed FROM ${effectiveAccess({ only, supposing })} AS supposed) AS sides
      WHERE contact_id IN (SELECT contact_id FROM contact_group_roles WHERE group_role_id = ${groupRole.id})
      GROUP BY contact_id, permission) AS compared`);
  return rows[0] ?? { gaining: 0, losing: 0 };
}

function given({ isActive, roles }: Gives): PermissionId[] {
  return isActive ? permissionIds.filter((id) => roles.includes(id)) : [];
}
