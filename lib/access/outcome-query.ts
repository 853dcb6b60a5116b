import { sql, type SQL } from "drizzle-orm";
import { filteredContactIds } from "./filter-contacts";
import { codeSince, latestEffect } from "./ledger-codes";
import { codeIn, codesOfCompanies, everyoneCode, type OutcomeFacts } from "./outcome-facts";
import {
  bucketsOfEveryone,
  codesOfContacts,
  rolesApart,
  rolesOfContacts,
  saidOfContacts,
} from "./outcome-masks";
import type { Operation, Reach } from "./operations";
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
 * How many companies are reached, and how many contacts of each kind of outcome, as one row. Contacts are first counted in groups within
 * which everything is the same; only those of companies with entries of their own are resolved one by one.
 */
export function outcomeQuery(facts: OutcomeFacts, doing: Doing): SQL {
  const { offered, inModules } = facts;
  const isWide = reachesMany(doing.reach);
  const byIt = doing.onlySwitching
    ? sql`CASE WHEN ${doing.services}::boolean THEN after ELSE 0 END`
    : sql`(after & ${doing.mask})`;
  return sql`
    WITH ${codesOfCompanies(facts)},
    company AS MATERIALIZED (${companiesOf(facts, doing)}),
    apart AS MATERIALIZED (${apartOf(facts, doing)}),
    of_contact AS MATERIALIZED (${codesOfContacts(facts)}),
    contact AS MATERIALIZED (${isWide ? sql`${inGroups(facts, doing)} UNION ALL` : sql``} ${oneByOne(facts)}),
    changed AS MATERIALIZED (SELECT *, ${afterwards(doing)} AS after, ${hindrance(facts, sql`was_on`)} AS hindered_before, ${hindrance(facts, sql`is_on`)} AS hindered_after FROM contact),
    seen AS MATERIALIZED (SELECT *, CASE WHEN hindered_before IS NULL THEN before & ${offered} ELSE 0 END AS could,
      CASE WHEN hindered_after IS NULL THEN after & ${offered} ELSE 0 END AS can, ${byIt} AS by_it FROM changed),
    kinds AS (
      SELECT sum(contacts)::int AS contacts, (after & ~before) | (can & ~could) <> 0 AS gains, (before & ~after) | (could & ~can) <> 0 AS loses,
        CASE WHEN by_it = 0 THEN NULL WHEN by_it & ${inModules} = 0 THEN 'module-off' WHEN by_it & ${offered} = 0 THEN 'hidden' ELSE hindered_after END AS obstacle
      FROM seen GROUP BY 2, 3, 4)
    SELECT ${countOfCompanies(facts, doing)} AS companies, (SELECT coalesce(json_agg(kinds), '[]') FROM kinds) AS kinds`;
}

const afterwards = ({ effect, mask }: Doing): SQL =>
  ({
    allow: sql`(before | ${mask})`,
    deny: sql`(before & ~${mask}::int)`,
    inherit: sql`((before & ~${mask}::int) | (roles & ${mask}))`,
  })[effect];

/** Whether so many can be reached that they are counted in groups rather than resolved one by one. */
export const reachesMany = ({ kind }: Reach): boolean => kind === "everyone" || kind === "filter";

/** The companies reached with what their portal was and will be; apart are those whose entries make their contacts exceptions. */
function companiesOf(facts: OutcomeFacts, { reach, services }: Doing): SQL {
  const said = latestEffect(
    codeSince(everyoneCode(facts, SERVICES), sql`k.access_since`),
    codeSince(codeIn("b", SERVICES), sql`k.access_since`),
  );
  const own = sql.join(
    facts.looked.map((id) => sql`${codeIn("b", id)} > coalesce(${everyoneCode(facts, id)}, 0)`),
    sql` OR `,
  );
  return sql`
    SELECT k.id, k.status = 'closed' AS is_closed, ${said} = 1 AS was_on, coalesce(${services}::boolean, ${said} = 1) AS is_on,
      ${!reachesMany(reach)}::boolean OR coalesce(${own}, false) AS is_apart
    FROM companies k LEFT JOIN of_company b ON b.id = k.id WHERE k.kind = ${facts.audience} AND ${companyReach(reach, facts.audience)}`;
}

/** Whether the operation means contacts of a company whose portal was and will be so. */
const meant = ({ onlySwitching }: Doing, was: SQL, will: SQL): SQL =>
  onlySwitching ? sql`${was} <> ${will}` : sql`true`;

const state = sql.raw("k.was_on, k.is_on, k.is_closed, c.deactivated_at IS NOT NULL AS is_deactivated");

/**
 * Contacts of companies without entries of their own, by all that their access depends on. Most companies are open and have their portal
 * from the latest entry for everyone, so contacts are joined with the others alone, which are few.
 */
function inGroups(facts: OutcomeFacts, doing: Doing): SQL {
  const { reach, services } = doing;
  const buckets = bucketsOfEveryone(facts);
  const wasOn = (BigInt(facts.forEveryone.get(SERVICES) ?? 0) & 3n) === 1n;
  const [was, will] = [sql.raw(String(wasOn)), sql.raw(String(services ?? wasOn))];
  const [wasOfIt, willOfIt] = [sql`coalesce(k.was_on, ${was})`, sql`coalesce(k.is_on, ${will})`];
  return sql`
    SELECT contacts, roles, ${buckets.before} AS before, was_on, is_on, is_closed, is_deactivated FROM (
      SELECT count(*) AS contacts, ${buckets.of(sql`c.access_since`)} AS bucket, coalesce(d.said, 0) AS said, coalesce(r.roles, 0) AS roles,
        ${wasOfIt} AS was_on, ${willOfIt} AS is_on, coalesce(k.is_closed, false) AS is_closed, c.deactivated_at IS NOT NULL AS is_deactivated
      FROM contacts c LEFT JOIN (${saidOfContacts(facts)}) d ON d.id = c.id LEFT JOIN (${rolesOfContacts(facts)}) r ON r.id = c.id
        LEFT JOIN (SELECT * FROM company WHERE is_apart OR is_closed OR was_on <> ${was} OR is_on <> ${will}) k ON k.id = c.company_id
      WHERE c.kind = ${facts.audience} AND k.is_apart IS NOT TRUE AND ${meant(doing, wasOfIt, willOfIt)} AND ${contactReach(reach, facts.audience)}
      GROUP BY 2, 3, 4, 5, 6, 7, 8 OFFSET 0) AS grouped`;
}

/** The contacts that have to be resolved one by one. */
const apartOf = ({ audience }: OutcomeFacts, doing: Doing): SQL =>
  // An array, because that is looked up in the index by company where a subquery would have all contacts read.
  sql`SELECT c.id, c.company_id, c.access_since, ${state}
    FROM (SELECT * FROM contacts WHERE company_id = ANY (ARRAY(SELECT id FROM company WHERE is_apart)) AND kind = ${audience}) c
    JOIN company k ON k.id = c.company_id WHERE ${meant(doing, sql`k.was_on`, sql`k.is_on`)} AND ${contactReach(doing.reach, audience)}`;

function oneByOne(facts: OutcomeFacts): SQL {
  const bits = facts.looked.map((id, place) => {
    const bit = sql.raw(String(1 << place));
    const codes = [everyoneCode(facts, id), codeIn("b", id), codeIn("d", id)];
    const said = latestEffect(...codes.map((code) => codeSince(code, sql`c.access_since`)));
    return sql`CASE ${said} WHEN 1 THEN ${bit} WHEN 2 THEN 0 ELSE coalesce(r.roles, 0) & ${bit} END`;
  });
  return sql`
    SELECT 1::bigint AS contacts, coalesce(r.roles, 0) AS roles, ${sql.join(bits, sql` | `)} AS before, c.was_on, c.is_on, c.is_closed, c.is_deactivated
    FROM apart c LEFT JOIN of_company b ON b.id = c.company_id LEFT JOIN of_contact d ON d.id = c.id LEFT JOIN (${rolesApart(facts)}) r ON r.id = c.id`;
}

/** What keeps a contact out of the portal altogether, in the order in which `resolveAccess` names it. */
const hindrance = ({ hasPortal }: OutcomeFacts, isOn: SQL) =>
  sql`CASE WHEN NOT ${hasPortal}::boolean THEN 'portal-off' WHEN NOT ${isOn} THEN 'services-off'
    WHEN is_deactivated THEN 'contact-deactivated' WHEN is_closed THEN 'company-closed' END`;

function companyReach(reach: Reach, audience: Audience): SQL {
  if (reach.kind === "companies") return sql`k.id = ANY (${sql.param(reach.companyIds)}::uuid[])`;
  if (reach.kind === "contact")
    return sql`k.id IN (SELECT company_id FROM contacts WHERE id = ${reach.contactId})`;
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

function countOfCompanies({ audience }: OutcomeFacts, doing: Doing): SQL {
  const { reach } = doing;
  if (reach.kind !== "filter")
    return sql`(SELECT count(*)::int FROM company WHERE ${meant(doing, sql`was_on`, sql`is_on`)})`;
  return sql`(SELECT count(DISTINCT c.company_id)::int FROM contacts c WHERE ${contactReach(reach, audience)})`;
}
