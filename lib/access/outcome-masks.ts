import { sql, type SQL } from "drizzle-orm";
import { standingOf } from "./standing-changes";
import { codeOfEntry } from "./ledger-codes";
import { latestCodes, type OutcomeFacts } from "./outcome-facts";

/** Entries for single contacts that come after the latest for everyone: earlier ones have no say. */
function laterEntries({ audience, looked, forEveryone }: OutcomeFacts): SQL {
  const codes = sql.join(
    looked.map((id) => sql`WHEN ${id} THEN ${forEveryone.get(id) ?? "0"}::bigint`),
    sql` `,
  );
  return sql`access_entries e WHERE e.scope = 'contact' AND e.audience = ${audience} AND ${standingOf(looked)}
    AND ${codeOfEntry} > CASE e.permission ${codes} END`;
}

/**
 * The contacts that entries or group roles single out: what entries say of them, as masks of what they allow, deny and leave to group
 * roles beside one another, and what group roles give. In one relation, because each join with all contacts costs.
 */
export function exceptions(facts: OutcomeFacts): SQL {
  const width = sql.raw(String(facts.looked.length));
  return sql`
    SELECT id, bit_or(said) AS said, bit_or(roles) AS roles FROM (
      SELECT id, bit << (${width} * ((code & 3)::int - 1)) AS said, 0 AS roles FROM (
        SELECT e.contact_id AS id, ${bitOf(sql`e.permission`, facts)}::bigint AS bit, max(${codeOfEntry}) AS code
        FROM ${laterEntries(facts)} GROUP BY 1, 2) latest
      UNION ALL SELECT id, 0, roles FROM by_role) singled GROUP BY id`;
}

/** The latest code of each permission for the contacts called apart. */
export const codesOfContacts = (facts: OutcomeFacts): SQL =>
  sql`SELECT e.contact_id AS id, ${latestCodes(facts.looked)} FROM ${laterEntries(facts)} AND e.contact_id IN (SELECT id FROM apart) GROUP BY e.contact_id`;

/** What active group roles give each of their members, as a mask. */
export const rolesOfContacts = (facts: OutcomeFacts): SQL =>
  // The mask is made once a role, not once a member.
  sql`SELECT m.contact_id AS id, bit_or(r.roles) AS roles FROM contact_group_roles m JOIN (
      SELECT id, (SELECT coalesce(bit_or(${bitOf(sql`role.id`, facts)}), 0) FROM unnest(roles) AS role (id)) AS roles
      FROM group_roles WHERE is_active OFFSET 0) r ON r.id = m.group_role_id
    WHERE r.roles <> 0 GROUP BY m.contact_id`;

function bitOf(permission: SQL, { looked }: OutcomeFacts): SQL {
  const bits = looked.map((id, place) => sql`WHEN ${id} THEN ${sql.raw(String(1 << place))}`);
  return sql`CASE ${permission} ${sql.join(bits, sql` `)} ELSE 0 END`;
}

/**
 * Entries for everyone cover whoever was there by then, so all that matters of a contact is how many of them it came after: its bucket.
 * `before` says from a bucket, `said` and `roles` what such contacts are allowed.
 */
export function bucketsOfEveryone({ looked, forEveryone }: OutcomeFacts) {
  const entries = looked.flatMap((id, place) => {
    const code = BigInt(forEveryone.get(id) ?? 0);
    return code === 0n ? [] : [{ bit: 1 << place, change: Number(code >> 31n), effect: Number(code & 3n) }];
  });
  const changes = [...new Set(entries.map(({ change }) => change))].sort((one, other) => one - other);
  const everything = (1 << looked.length) - 1;
  const maskOf = (change: number, effects: number[]) =>
    entries
      .filter((entry) => entry.change >= change && effects.includes(entry.effect))
      .reduce((mask, { bit }) => mask | bit, 0);
  // The last bucket came after all of them.
  const firsts = [...changes, Infinity];
  const pick = (masks: number[]) => sql`(${sql.param(masks)}::int[])[bucket + 1]`;
  const allowed = pick(firsts.map((change) => maskOf(change, [1])));
  const left = pick(firsts.map((change) => everything & ~maskOf(change, [1, 2])));
  const part = (place: number) =>
    sql`((said >> ${sql.raw(String(place * looked.length))}) & ${sql.raw(String(everything))})::int`;
  const [allows, denies, leaves] = [part(0), part(1), part(2)];
  return {
    of: (since: SQL) =>
      sql`width_bucket(${since}, ${sql.param(changes.map((change) => change + 1))}::bigint[])`,
    before: sql`(${allows} | (${allowed} & ~(${denies} | ${leaves})) | (roles & (${leaves} | (${left} & ~(${allows} | ${denies})))))`,
  };
}
