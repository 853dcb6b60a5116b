import { sql, type SQL } from "drizzle-orm";
import { findPermission, hiddenName, portalModule, type Audience, type PermissionId } from "./permissions";

/** Whether the organisation offers and shows what the permission opens, as a condition that hangs on no row. */
export function isOffered(audience: Audience, permission: PermissionId): SQL {
  const modules = modulesFor(audience, permission);
  return sql`(SELECT modules @> ${sql.param(modules)}::text[] AND ${hiddenName(audience, permission)}::text <> ALL (hidden)
    FROM organisations WHERE id = app_organisation())`;
}

/** The modules without which the permission has no effect. */
export function modulesFor(audience: Audience, permission: PermissionId): string[] {
  const module = findPermission(audience, permission)?.module;
  return module ? [portalModule[audience], module] : [portalModule[audience]];
}
