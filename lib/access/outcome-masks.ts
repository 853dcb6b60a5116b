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
 * What entries say of the contacts that they single out, as masks of what they allow, deny and leave to group roles beside one another.
 * Grouped by contact and permission, as `access_entries_by_contact` yields them, and then by contact: nothing is sorted or hashed.
 */
export function saidOfContacts(facts: OutcomeFacts): SQL {
  const width = sql.raw(String(facts.looked.length));
  return sql`
    SELECT id, bit_or(${bitOf(sql`permission`, facts)}::bigint << (${width} * ((code & 3)::int - 1))) AS said FROM (
      SELECT e.contact_id AS id, e.permission, max(${codeOfEntry}) AS code FROM ${laterEntries(facts)} GROUP BY 1, 2) latest
    GROUP BY id`;
}

/** The latest code of each permission for the contacts called apart. */
export const codesOfContacts = (facts: OutcomeFacts): SQL =>
  sql`SELECT e.contact_id AS id, ${latestCodes(facts.looked)} FROM ${laterEntries(facts)} AND e.contact_id = ANY (${idsApart}) GROUP BY e.contact_id`;

/** What active group roles give each of their members, as a mask, in the order in which the primary key yields them. */
export function rolesOfContacts({ groupRoles }: OutcomeFacts, among = sql`true`): SQL {
  const ids = sql`${sql.param([...groupRoles.keys()])}::uuid[]`;
  const masks = sql`(${sql.param([...groupRoles.values()])}::int[])`;
  return sql`SELECT m.contact_id AS id, bit_or(${masks}[array_position(${ids}, m.group_role_id)]) AS roles
    FROM contact_group_roles m WHERE m.group_role_id = ANY (${ids}) AND ${among} GROUP BY m.contact_id`;
}

/** As `rolesOfContacts`, of the contacts called apart. */
export const rolesApart = (facts: OutcomeFacts): SQL =>
  rolesOfContacts(facts, sql`m.contact_id = ANY (${idsApart})`);

// An array, because that is looked up in an index where a subquery would have everything read.
const idsApart = sql`ARRAY(SELECT id FROM apart)`;

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
