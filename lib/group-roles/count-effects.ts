import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { standingOf } from "@/lib/access/standing-changes";
import { codeSince, latestEffect } from "@/lib/access/ledger-codes";
import {
  codeIn,
  everyoneCode,
  findOutcomeFacts,
  latestCodes,
  maskOf,
  type OutcomeFacts,
} from "@/lib/access/outcome-facts";
import { audiences, permissions, type PermissionId } from "@/lib/access/permissions";
import type { Effects, Gives } from "./kind";

// Up to here members are looked up one by one; beyond, whole tables are read once and hashed.
const FEW_MEMBERS = 1_000;

/**
 * How many contacts would gain and lose something if that group role gave `after` instead of what it gives: those members for whom
 * neither the ledger nor another group role decides. A group role that is deleted is one that gives nothing.
 */
export async function countEffects(
  tx: Tx,
  groupRole: Gives & { id: string },
  after: Gives,
): Promise<Effects> {
  const total = { gaining: 0, losing: 0 };
  for (const audience of audiences) {
    const known = permissions[audience].map(({ id }) => id);
    const [was, becomes] = [given(groupRole, known), given(after, known)];
    const looked = known.filter((id) => was.includes(id) !== becomes.includes(id));
    if (looked.length === 0) continue;
    const facts = await findOutcomeFacts(tx, audience, looked);
    const query = effectsQuery(groupRole.id, facts, maskOf(looked, becomes), maskOf(looked, was));
    const ask = () => tx.execute<Effects>(query);
    const { rows } = (await hasMany(tx, groupRole.id)) ? await withHashing(tx, ask) : await ask();
    total.gaining += rows[0]?.gaining ?? 0;
    total.losing += rows[0]?.losing ?? 0;
  }
  return total;
}

const given = ({ isActive, roles }: Gives, known: readonly PermissionId[]) =>
  isActive ? known.filter((id) => roles.includes(id)) : [];

async function hasMany(tx: Tx, groupRoleId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`SELECT 1 FROM contact_group_roles WHERE group_role_id = ${groupRoleId} OFFSET ${FEW_MEMBERS} LIMIT 1`,
  );
  return rows.length > 0;
}

function effectsQuery(groupRoleId: string, facts: OutcomeFacts, gained: number, lost: number): SQL {
  const { audience, looked } = facts;
  const entries = sql`e.audience = ${audience} AND ${standingOf(looked)}`;
  return sql`
    WITH member AS MATERIALIZED (
      SELECT c.id, c.company_id, c.access_since FROM contact_group_roles m JOIN contacts c ON c.id = m.contact_id
      WHERE m.group_role_id = ${groupRoleId} AND c.kind = ${audience}),
    of_company AS MATERIALIZED (SELECT e.company_id AS id, ${latestCodes(looked)} FROM access_entries e
      WHERE e.scope = 'company' AND e.company_id IN (SELECT company_id FROM member) AND ${entries} GROUP BY e.company_id),
    of_contact AS MATERIALIZED (SELECT e.contact_id AS id, ${latestCodes(looked)} FROM access_entries e
      WHERE e.scope = 'contact' AND e.contact_id IN (SELECT id FROM member) AND ${entries} GROUP BY e.contact_id),
    by_others AS MATERIALIZED (${othersOf(groupRoleId, looked)}),
    open AS (
      SELECT (${undecided(facts)}) & ~coalesce(o.roles, 0) AS bits FROM member c LEFT JOIN of_company b ON b.id = c.company_id
      LEFT JOIN of_contact d ON d.id = c.id LEFT JOIN by_others o ON o.id = c.id)
    SELECT count(*) FILTER (WHERE bits & ${gained}::int <> 0)::int AS gaining, count(*) FILTER (WHERE bits & ${lost}::int <> 0)::int AS losing FROM open`;
}

/** What other group roles give the members, as a mask. */
function othersOf(groupRoleId: string, looked: readonly PermissionId[]): SQL {
  const bits = looked.map((id, place) => sql`WHEN ${id} THEN ${bit(place)}`);
  return sql`
    SELECT m.contact_id AS id, bit_or(CASE role.id ${sql.join(bits, sql` `)} ELSE 0 END) AS roles
    FROM contact_group_roles m JOIN group_roles r ON r.id = m.group_role_id CROSS JOIN LATERAL unnest(r.roles) AS role (id)
    WHERE r.is_active AND r.id <> ${groupRoleId} AND m.contact_id IN (SELECT id FROM member) GROUP BY m.contact_id`;
}

/** The permissions about which the ledger says nothing, or leaves it to group roles, as a mask. */
function undecided(facts: OutcomeFacts): SQL {
  const since = sql`c.access_since`;
  const bits = facts.looked.map((id, place) => {
    const codes = [everyoneCode(facts, id), codeIn("b", id), codeIn("d", id)];
    const said = latestEffect(...codes.map((code) => codeSince(code, since)));
    return sql`CASE WHEN ${said} IN (1, 2) THEN 0 ELSE ${bit(place)} END`;
  });
  return sql.join(bits, sql` | `);
}

const bit = (place: number) => sql.raw(String(1 << place));
