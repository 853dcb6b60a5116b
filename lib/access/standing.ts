import { and, sql, type SQL } from "drizzle-orm";
import { companies, contacts } from "@/db/schema";
import type { Narrowing } from "@/lib/search/find-ids";
import type { AccessStanding } from "./access-filter";
import { standingOf } from "./standing-changes";
import { idsInStanding } from "./ids-in-standing";
import { isOffered } from "./offered";
import {
  findPermission,
  SERVICES,
  type Audience,
  type LedgerSubject,
  type PermissionId,
} from "./permissions";

/** Narrows a list to the contacts for whom a permission stands so: asked of each contact walked, or resolved for all of them. */
export function inStanding(
  audience: Audience,
  permission: PermissionId,
  standing: AccessStanding,
): Narrowing {
  return {
    // What one audience has no such permission for fits none of its contacts.
    test: findPermission(audience, permission) ? tests[standing](audience, permission) : sql`false`,
    columns: [
      contacts.organisationId,
      contacts.companyId,
      contacts.accessSince,
      contacts.deactivatedAt,
      contacts.kind,
    ],
    candidates: idsInStanding(audience, permission, standing),
    isExact: true,
  };
}

const tests: Record<AccessStanding, (audience: Audience, permission: PermissionId) => SQL> = {
  usable: (...asked) => sql`(${isAllowed(...asked)} AND ${hasEffect(...asked)})`,
  allowed: (...asked) => isAllowed(...asked),
  "without-effect": (...asked) => sql`(${isAllowed(...asked)} AND NOT ${hasEffect(...asked)})`,
  "not-allowed": (...asked) => sql`NOT ${isAllowed(...asked)}`,
};

function isAllowed(audience: Audience, permission: PermissionId): SQL {
  const said = latestOf(sql`${contacts.accessSince}`, [
    newest(audience, permission, sql`e.scope = 'everyone'`),
    newest(audience, permission, sql`e.scope = 'company' AND e.company_id = ${contacts.companyId}`),
    newest(audience, permission, sql`e.scope = 'contact' AND e.contact_id = ${contacts.id}`),
  ]);
  const byRole = sql`EXISTS (SELECT FROM contact_group_roles m JOIN group_roles r ON r.organisation_id = m.organisation_id AND r.id = m.group_role_id
    WHERE m.contact_id = ${contacts.id} AND r.is_active AND ${permission} = ANY (r.roles))`;
  return sql`(CASE coalesce(${said}, 'inherit') WHEN 'allow' THEN true WHEN 'deny' THEN false ELSE ${byRole} END)`;
}

function hasEffect(audience: Audience, permission: PermissionId): SQL {
  const open = sql`EXISTS (SELECT FROM ${companies} WHERE ${companies.id} = ${contacts.companyId} AND ${companies.status} <> 'closed' AND ${hasServices(audience)})`;
  return sql`(${contacts.deactivatedAt} IS NULL AND ${isOffered(audience, permission)} AND ${open})`;
}

/** Whether the portal is on for the row of companies at hand. */
export function hasServices(audience: Audience): SQL {
  const said = latestOf(sql`${companies.accessSince}`, [
    newest(audience, SERVICES, sql`e.scope = 'everyone'`),
    newest(audience, SERVICES, sql`e.scope = 'company' AND e.company_id = ${companies.id}`),
  ]);
  return sql`(coalesce(${said}, 'deny') = 'allow')`;
}

/** The latest entry of one scope that stands; of an undone or ended one the one before it. */
const newest = (audience: Audience, permission: LedgerSubject, target: SQL) =>
  sql`(SELECT e.change_id, e.position, e.effect FROM access_entries e
    WHERE ${and(sql`e.organisation_id = app_organisation()`, target)} AND e.audience = ${audience} AND e.permission = ${permission} AND ${standingOf()}
    ORDER BY e.change_id DESC, e.position DESC LIMIT 1)`;

const latestOf = (since: SQL, entries: SQL[]) =>
  sql`(SELECT said.effect FROM (${sql.join(entries, sql` UNION ALL `)}) AS said WHERE said.change_id >= ${since}
    ORDER BY said.change_id DESC, said.position DESC LIMIT 1)`;
