import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/platform/clock";
import { standingOf } from "./effective-access";
import { filteredContactIds } from "./filter-contacts";
import { codeSince, latestEffect } from "./ledger-codes";
import type { Operation, Reach } from "./operations";
import { codeIn, everyoneCode, latestCodes, type OutcomeFacts } from "./outcome-facts";
import { SERVICES, type Audience } from "./permissions";

/** What an operation does to a contact and to the portal of a company. */
export type Doing = {
  reach: Reach;
  effect: Operation["effect"];
  /** The permissions it speaks of, as a mask. */
  mask: number;
  /** What it says of Services, if anything. */
  services: boolean | null;
  /** Only companies whose portal switches, as of an operation on Services alone. */
  onlySwitching: boolean;
};

/**
 * How many companies are reached, and how many contacts of each kind of outcome, as one row. Every contact reached is resolved before and
 * after, to a mask of what it is allowed.
 */
export function outcomeQuery(facts: OutcomeFacts, doing: Doing): SQL {
  const { offered } = facts;
  const after = {
    allow: sql`(before | ${doing.mask})`,
    deny: sql`(before & ~${doing.mask}::int)`,
    inherit: sql`((before & ~${doing.mask}::int) | (roles & ${doing.mask}))`,
  };
  const byIt = doing.onlySwitching
    ? sql`CASE WHEN ${doing.services}::boolean THEN after ELSE 0 END`
    : sql`(after & ${doing.mask})`;
  return sql`
    WITH RECURSIVE ${codesOf("company", facts)}, ${codesOf("contact", facts, doing.reach)}, ${rolesOf(facts)},
    company AS MATERIALIZED (${companiesOf(facts, doing)}),
    contact AS (${contactsOf(facts, doing)}),
    changed AS (SELECT *, ${after[doing.effect]} AS after FROM contact),
    seen AS (SELECT *, CASE WHEN hindered_before IS NULL THEN before & ${offered} ELSE 0 END AS could,
      CASE WHEN hindered_after IS NULL THEN after & ${offered} ELSE 0 END AS can, ${byIt} AS by_it FROM changed),
    kinds AS (
      SELECT count(*)::int AS contacts, (after & ~before) | (can & ~could) <> 0 AS gains, (before & ~after) | (could & ~can) <> 0 AS loses,
        CASE WHEN by_it = 0 THEN NULL WHEN by_it & ${offered} = 0 THEN 'module-off' ELSE hindered_after END AS obstacle
      FROM seen GROUP BY 2, 3, 4)
    SELECT ${countOfCompanies(doing.reach)} AS companies, (SELECT coalesce(json_agg(kinds), '[]') FROM kinds) AS kinds`;
}

function codesOf(scope: "company" | "contact", facts: OutcomeFacts, reach?: Reach): SQL {
  const target = sql.identifier(`${scope}_id`);
  const subjects = scope === "company" ? ([SERVICES, ...facts.looked] as const) : facts.looked;
  const only = reach?.kind === "contact" ? sql`AND e.contact_id = ${reach.contactId}` : sql``;
  return sql`${sql.identifier(`of_${scope}`)} AS MATERIALIZED (
    SELECT e.${target} AS id, ${latestCodes(subjects)} FROM access_entries e
    WHERE e.scope = ${scope} AND e.audience = ${facts.audience} AND ${standingOf(clock.now(), facts.looked)} ${only} GROUP BY e.${target})`;
}

function rolesOf({ looked }: OutcomeFacts): SQL {
  const bits = sql.join(
    looked.map((id, place) => sql`WHEN ${id} THEN ${sql.raw(String(1 << place))}`),
    sql` `,
  );
  return sql`by_role AS MATERIALIZED (
    SELECT m.contact_id AS id, bit_or(CASE role.id ${bits} ELSE 0 END) AS roles
    FROM contact_group_roles m JOIN group_roles r ON r.organisation_id = m.organisation_id AND r.id = m.group_role_id
    CROSS JOIN LATERAL unnest(r.roles) AS role (id) WHERE r.is_active GROUP BY m.contact_id)`;
}

function companiesOf(facts: OutcomeFacts, { reach, services, onlySwitching }: Doing): SQL {
  const said = latestEffect(
    codeSince(everyoneCode(facts, SERVICES), sql`k.access_since`),
    codeIn("b", SERVICES),
  );
  return sql`
    SELECT * FROM (
      SELECT k.id, k.status = 'closed' AS is_closed, ${said} = 1 AS was_on, coalesce(${services}::boolean, ${said} = 1) AS is_on
      FROM companies k LEFT JOIN of_company b ON b.id = k.id WHERE k.kind = ${facts.audience} AND ${companyReach(reach, facts.audience)}) k
    WHERE ${onlySwitching ? sql`was_on <> is_on` : sql`true`}`;
}

function contactsOf(facts: OutcomeFacts, { reach }: Doing): SQL {
  const since = sql`c.access_since`;
  const bits = facts.looked.map((id, place) => {
    const bit = sql.raw(String(1 << place));
    const said = latestEffect(
      codeSince(everyoneCode(facts, id), since),
      codeSince(codeIn("b", id), since),
      codeSince(codeIn("d", id), since),
    );
    return sql`CASE ${said} WHEN 1 THEN ${bit} WHEN 2 THEN 0 ELSE coalesce(r.roles, 0) & ${bit} END`;
  });
  return sql`
    SELECT c.company_id, coalesce(r.roles, 0) AS roles, ${sql.join(bits, sql` | `)} AS before,
      ${hindrance(facts, sql`k.was_on`)} AS hindered_before, ${hindrance(facts, sql`k.is_on`)} AS hindered_after
    FROM contacts c JOIN company k ON k.id = c.company_id LEFT JOIN of_company b ON b.id = c.company_id
    LEFT JOIN of_contact d ON d.id = c.id LEFT JOIN by_role r ON r.id = c.id
    WHERE c.kind = ${facts.audience} AND ${contactReach(reach, facts.audience)}`;
}

/** What keeps a contact out of the portal altogether, in the order in which `resolveAccess` names it. */
const hindrance = (
  { hasPortal }: OutcomeFacts,
  isOn: SQL,
) => sql`CASE WHEN NOT ${hasPortal}::boolean THEN 'portal-off' WHEN NOT ${isOn} THEN 'services-off'
  WHEN c.deactivated_at IS NOT NULL THEN 'contact-deactivated' WHEN k.is_closed THEN 'company-closed' END`;

function companyReach(reach: Reach, audience: Audience): SQL {
  if (reach.kind === "companies") return sql`k.id = ANY (${sql.param(reach.companyIds)}::uuid[])`;
  if (reach.kind !== "tree") return sql`true`;
  return sql`k.id IN (
    WITH RECURSIVE tree AS (
      SELECT id FROM companies WHERE id = ${reach.companyId} AND kind = ${audience}
      UNION SELECT s.id FROM tree JOIN companies s ON s.parent_id = tree.id)
    SELECT id FROM tree)`;
}

function contactReach(reach: Reach, audience: Audience): SQL {
  if (reach.kind === "contact") return sql`c.id = ${reach.contactId}`;
  if (reach.kind === "filter") return sql`c.id IN (${filteredContactIds(audience, reach.filter)})`;
  return sql`true`;
}

const countOfCompanies = ({ kind }: Reach) =>
  kind === "contact" || kind === "filter"
    ? sql`(SELECT count(DISTINCT company_id)::int FROM contact)`
    : sql`(SELECT count(*)::int FROM company)`;
