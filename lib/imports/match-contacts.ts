import { sql } from "drizzle-orm";
import type { Work } from "./work";

/**
 * Finds for each staged row that names a person their contact at the row's company, by e-mail address or else by name, and
 * what stands in the way, into the temporary table `people`. `first_line` is where the file first names an address that needs
 * a login here, `other_…` a contact elsewhere who has it, `namesake_id` one here who signs in with another address.
 */
export async function matchContacts({ tx, plan }: Work): Promise<void> {
  const cells = plan.fields
    .filter(({ of }) => of === "contact")
    .map(({ key }) => sql`s.${sql.identifier(key)} <> ''`);
  const isNamed = cells.length > 0 ? sql.join(cells, sql` OR `) : sql`false`;
  const namedAlike = sql`k.company_id = a.company_id AND lower(k.name) = lower(a."contactName") AND a."contactName" <> ''`;
  await tx.execute(sql`
    CREATE TEMP TABLE people ON COMMIT DROP AS
    WITH asked AS (
      SELECT s.line, m.company_id, m.is_new, s."contactName", s."contactEmail", l.id AS login_id, k.id AS by_email
      FROM staged s JOIN matched m ON m.line = s.line
      LEFT JOIN logins l ON s."contactEmail" <> '' AND l.email = s."contactEmail"
      LEFT JOIN contacts k ON k.company_id = m.company_id AND k.login_id = l.id
      WHERE ${isNamed}
    ), placed AS (
      SELECT a.*, coalesce(a.by_email, named.id) AS contact_id FROM asked a
      LEFT JOIN LATERAL (SELECT k.id FROM contacts k WHERE ${namedAlike} AND (a."contactEmail" = '' OR k.login_id IS NULL)
        ORDER BY k.deactivated_at NULLS FIRST, k.id LIMIT 1) named ON a.by_email IS NULL AND NOT a.is_new
    )
    SELECT a.line, a.contact_id, a.login_id, a.by_email IS NOT NULL AS has_login,
      CASE WHEN a."contactEmail" <> '' AND a.by_email IS NULL
        THEN min(a.line) OVER (PARTITION BY a."contactEmail" COLLATE "C", a.by_email IS NULL) END AS first_line,
      other.id AS other_id, other.name AS other_name, other.company AS other_company, namesake.id AS namesake_id
    FROM placed a
    LEFT JOIN LATERAL (SELECT k.id, k.name, c.name AS company FROM contacts k JOIN companies c ON c.id = k.company_id
      WHERE k.login_id = a.login_id ORDER BY c.name, k.id LIMIT 1) other ON a.login_id IS NOT NULL AND a.by_email IS NULL
    LEFT JOIN LATERAL (SELECT k.id FROM contacts k WHERE ${namedAlike} AND k.login_id IS NOT NULL
      ORDER BY k.id LIMIT 1) namesake ON a."contactEmail" <> '' AND a.contact_id IS NULL AND NOT a.is_new`);
  await tx.execute(sql`CREATE INDEX ON people (line)`);
  await tx.execute(sql`ANALYZE people`);
}
