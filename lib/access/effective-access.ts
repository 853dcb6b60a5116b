import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/platform/clock";
import { permissions, portalModule, SERVICES, type Audience, type PermissionId } from "./permissions";
import { struckOut } from "./standing-changes";

/**
 * What `resolveAccess` says, as a query for counts and filters over any number of contacts: a row of (contact_id, company_id,
 * permission, allowed, usable) for each contact that the transaction can see and each permission asked for (all, unless given).
 * Row-level security makes the planner expect few rows, and join them one by one: what may be many is therefore grouped, or
 * looked up in a subquery, which it hashes.
 */
export function effectiveAccess(asked: { only?: readonly PermissionId[]; at?: Date } = {}): SQL {
  const standing = standingOf(asked.at, asked.only);
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
      SELECT said.id, said.kind FROM (
        SELECT k.id, k.kind, a.change_id, a.position, a.effect
          FROM companies k JOIN of_everyone a ON a.audience = k.kind AND a.permission = ${SERVICES} AND a.change_id >= k.access_since
        UNION ALL
        SELECT b.company_id, b.audience, b.change_id, b.position, b.effect FROM of_company b WHERE b.permission = ${SERVICES}) said
      GROUP BY said.id, said.kind
      HAVING (array_agg(said.effect ORDER BY said.change_id DESC, said.position DESC))[1] = 'allow'),
    decided AS (
      SELECT c.id AS contact_id, c.company_id, c.kind, c.deactivated_at, p.id AS permission, p.module, p.portal,
        CASE coalesce(${latestOfThree}, 'inherit') WHEN 'allow' THEN true WHEN 'deny' THEN false ELSE g.contact_id IS NOT NULL END AS allowed
      FROM contacts c JOIN permission p ON p.audience = c.kind
      LEFT JOIN of_everyone a ON a.audience = p.audience AND a.permission = p.id AND a.change_id >= c.access_since
      LEFT JOIN of_company b ON b.company_id = c.company_id AND b.audience = p.audience AND b.permission = p.id AND b.change_id >= c.access_since
      LEFT JOIN of_contact d ON d.contact_id = c.id AND d.audience = p.audience AND d.permission = p.id AND d.change_id >= c.access_since
      LEFT JOIN by_role g ON g.contact_id = c.id AND g.permission = p.id)
    SELECT x.contact_id, x.company_id, x.permission, x.allowed,
      x.allowed AND x.deactivated_at IS NULL AND x.portal = ANY (m.modules) AND (x.module IS NULL OR x.module = ANY (m.modules))
        AND (x.company_id, x.kind) IN (SELECT id, kind FROM open_company)
        AND x.company_id NOT IN (SELECT id FROM companies WHERE status = 'closed') AS usable
    FROM decided x JOIN organisations m ON m.id = app_organisation())`;
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

/** The entries `e` that have a say now or at that moment; those of changes not made yet, or undone by then, are struck out. */
export function standingOf(at?: Date, only?: readonly PermissionId[]): SQL {
  const today = sql`(SELECT (${at ?? clock.now()}::timestamptz AT TIME ZONE time_zone)::date FROM organisations WHERE id = app_organisation())`;
  const spoken = only && sql`AND e.permission = ANY (${sql.param([SERVICES, ...only])}::text[])`;
  return sql`(e.last_day IS NULL OR e.last_day >= ${today}) ${spoken}
    AND e.change_id NOT IN (${struckOut(at)})`;
}

function latest(scope: string, key: SQL, standing: SQL): SQL {
  return sql`SELECT DISTINCT ON (${key}) e.* FROM access_entries e WHERE e.scope = ${scope} AND ${standing}
    ORDER BY ${key}, e.change_id DESC, e.position DESC`;
}

// Compared as rows of (change, position); where a side is missing, the other wins.
const latestOfThree = sql`CASE
  WHEN a.change_id IS NOT NULL AND (b.change_id IS NULL OR (a.change_id, a.position) > (b.change_id, b.position))
    AND (d.change_id IS NULL OR (a.change_id, a.position) > (d.change_id, d.position)) THEN a.effect
  WHEN b.change_id IS NOT NULL AND (d.change_id IS NULL OR (b.change_id, b.position) > (d.change_id, d.position)) THEN b.effect
  ELSE d.effect END`;
