import { sql, type SQL } from "drizzle-orm";
import type { AccessStanding } from "./access-filter";
import { standingOf } from "./standing-changes";
import { codeOfEntry, codeSince, latestEffect } from "./ledger-codes";
import { isOffered } from "./offered";
import {
  findPermission,
  SERVICES,
  type Audience,
  type LedgerSubject,
  type PermissionId,
} from "./permissions";

/** The ids of all contacts for whom the permission stands so, as a query to be run by `withMerging` or `withHashing`. */
export function idsInStanding(audience: Audience, permission: PermissionId, standing: AccessStanding): SQL {
  if (!findPermission(audience, permission)) return sql`SELECT NULL::uuid AS id WHERE false`;
  const said = latestEffect(
    codeSince(ofEveryone(audience, permission), sql`c.access_since`),
    codeSince(sql`b.code`, sql`c.access_since`),
    codeSince(sql`d.code`, sql`c.access_since`),
  );
  const allowed = sql`(${said} = 1 OR ${said} <> 2 AND c.id IN (${membersWith(permission)}))`;
  const usable = hasEffect(audience, permission);
  const conditions: Record<AccessStanding, SQL> = {
    usable: sql`${allowed} AND ${usable}`,
    allowed,
    "without-effect": sql`${allowed} AND NOT ${usable}`,
    "not-allowed": sql`NOT ${allowed}`,
  };
  return sql`
    SELECT c.id FROM contacts c LEFT JOIN (${ofTargets("company", audience, permission)}) b ON b.id = c.company_id
      LEFT JOIN (${ofTargets("contact", audience, permission)}) d ON d.id = c.id
    WHERE c.kind = ${audience} AND ${conditions[standing]}`;
}

/** The ids of all companies of the audience whose portal is on. */
export const idsWithServices = (audience: Audience): SQL => sql`
  SELECT k.id FROM companies k LEFT JOIN (${ofTargets("company", audience, SERVICES)}) b ON b.id = k.id
  WHERE k.kind = ${audience} AND ${latestEffect(codeSince(ofEveryone(audience, SERVICES), sql`k.access_since`), codeSince(sql`b.code`, sql`k.access_since`))} = 1`;

function hasEffect(audience: Audience, permission: PermissionId): SQL {
  return sql`(${isOpen(audience)} AND ${isOffered(audience, permission)})`;
}

/** Whether contact `c` gets into the portal at all, as far as it hangs on them and their company. */
const isOpen = (
  audience: Audience,
): SQL => sql`(c.deactivated_at IS NULL AND c.company_id IN (${idsWithServices(audience)})
    AND c.company_id NOT IN (SELECT id FROM companies WHERE status = 'closed'))`;

/** The ids of the contacts who can use the permission if only the organisation offers it; of all who get into the portal without one. */
export const idsIfOffered = (audience: Audience, permission?: PermissionId): SQL =>
  sql`SELECT c.id FROM contacts c WHERE c.kind = ${audience} AND ${isOpen(audience)}
    ${permission ? sql`AND c.id IN (${idsInStanding(audience, permission, "allowed")})` : sql``}`;

const entriesOn = (scope: string, audience: Audience, subject: LedgerSubject) =>
  sql`access_entries e WHERE e.scope = ${scope} AND e.audience = ${audience} AND e.permission = ${subject} AND ${standingOf()}`;

const ofEveryone = (audience: Audience, subject: LedgerSubject) =>
  sql`(SELECT max(${codeOfEntry}) FROM ${entriesOn("everyone", audience, subject)})`;

const ofTargets = (scope: "company" | "contact", audience: Audience, subject: LedgerSubject) =>
  sql`SELECT e.${sql.identifier(`${scope}_id`)} AS id, max(${codeOfEntry}) AS code FROM ${entriesOn(scope, audience, subject)} GROUP BY 1`;

const membersWith = (permission: PermissionId) =>
  sql`SELECT m.contact_id FROM contact_group_roles m WHERE m.group_role_id IN (SELECT id FROM group_roles WHERE is_active AND ${permission} = ANY (roles))`;
