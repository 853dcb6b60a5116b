import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/platform/clock";
import { ledger, stands } from "./deciding-entries";
import { permissions, portalModule, SERVICES, type Audience, type PermissionId } from "./permissions";

/**
 * What `resolveAccess` says, as a query for counts and filters over any number of contacts: a row of (contact_id, company_id,
 * permission, allowed, usable) for each contact that the transaction can see and each permission asked for (all, unless given).
 */
export function effectiveAccess(asked: { only?: readonly PermissionId[]; at?: Date } = {}): SQL {
  const at = asked.at ?? clock.now();
  const today = sql`(SELECT (${at}::timestamptz AT TIME ZONE time_zone)::date FROM organisations WHERE id = app_organisation())`;
  const standing = stands(at, today);
  return sql`(
    WITH permission (audience, id, module, portal) AS (VALUES ${permissionRows(asked.only)}),
    of_everyone AS (${latest("everyone", sql`e.audience, e.permission`, standing)}),
    of_company AS (${latest("company", sql`e.company_id, e.audience, e.permission`, standing)}),
    of_contact AS (${latest("contact", sql`e.contact_id, e.audience, e.permission`, standing)}),
    by_role AS (
      SELECT DISTINCT m.contact_id, role.id AS permission
      FROM contact_group_roles m JOIN group_roles r ON r.organisation_id = m.organisation_id AND r.id = m.group_role_id
      CROSS JOIN LATERAL unnest(r.roles) AS role (id) WHERE r.is_active),
    open_company AS (
      SELECT k.id FROM companies k
      LEFT JOIN of_everyone a ON a.audience = k.kind AND a.permission = ${SERVICES} AND a.change_id >= k.access_since
      LEFT JOIN of_company b ON b.company_id = k.id AND b.audience = k.kind AND b.permission = ${SERVICES} AND b.change_id >= k.access_since
      WHERE k.status <> 'closed' AND ${later("a", "b")} = 'allow'),
    decided AS (
      SELECT c.id AS contact_id, c.company_id, c.deactivated_at, p.id AS permission, p.module, p.portal,
        CASE coalesce(${latestOfThree}, 'inherit') WHEN 'allow' THEN true WHEN 'deny' THEN false ELSE g.contact_id IS NOT NULL END AS allowed
      FROM contacts c JOIN permission p ON p.audience = c.kind
      LEFT JOIN of_everyone a ON a.audience = p.audience AND a.permission = p.id AND a.change_id >= c.access_since
      LEFT JOIN of_company b ON b.company_id = c.company_id AND b.audience = p.audience AND b.permission = p.id AND b.change_id >= c.access_since
      LEFT JOIN of_contact d ON d.contact_id = c.id AND d.audience = p.audience AND d.permission = p.id AND d.change_id >= c.access_since
      LEFT JOIN by_role g ON g.contact_id = c.id AND g.permission = p.id)
    SELECT x.contact_id, x.company_id, x.permission, x.allowed,
      x.allowed AND x.deactivated_at IS NULL AND o.id IS NOT NULL AND x.portal = ANY (m.modules)
        AND (x.module IS NULL OR x.module = ANY (m.modules)) AS usable
    FROM decided x JOIN organisations m ON m.id = app_organisation() LEFT JOIN open_company o ON o.id = x.company_id)`;
}

function permissionRows(only: readonly PermissionId[] | undefined): SQL {
  const rows = (Object.keys(permissions) as Audience[]).flatMap((audience) =>
    permissions[audience]
      .filter(({ id }) => !only || only.includes(id))
      .map(
        ({ id, module }) =>
          sql`(${audience}::text, ${id}::text, ${module}::text, ${portalModule[audience]}::text)`,
      ),
  );
  return sql.join(rows, sql`, `);
}

function latest(scope: string, key: SQL, standing: SQL): SQL {
  return sql`SELECT DISTINCT ON (${key}) e.* FROM ${ledger} WHERE e.scope = ${scope} AND ${standing}
    ORDER BY ${key}, e.change_id DESC, e.position DESC`;
}

// Comparing (change, position) as rows; a missing side loses.
function later(one: string, other: string): SQL {
  return sql.raw(
    `CASE WHEN ${other}.change_id IS NULL OR (${one}.change_id, ${one}.position) > (${other}.change_id, ${other}.position) THEN ${one}.effect ELSE ${other}.effect END`,
  );
}

const latestOfThree = sql`CASE
  WHEN a.change_id IS NOT NULL AND (b.change_id IS NULL OR (a.change_id, a.position) > (b.change_id, b.position))
    AND (d.change_id IS NULL OR (a.change_id, a.position) > (d.change_id, d.position)) THEN a.effect
  WHEN b.change_id IS NOT NULL AND (d.change_id IS NULL OR (b.change_id, b.position) > (d.change_id, d.position)) THEN b.effect
  ELSE d.effect END`;
