import { and, eq, gte, inArray, isNull, lt, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { auditEvents } from "@/db/schema";
import { momentOf } from "@/lib/platform/local-moments";
import { actsOf } from "./act-groups";
import { SYSTEM, type AuditQuery } from "./list-input";

/**
 * A way through an index that gives events in the order of the list. `of` yields the values of one column, one lane each (an act, say),
 * and `on` ties a lane to them; without, the whole way is one lane. `along` is a column that has one value on the whole way and comes first
 * in the index; PostgreSQL sees that by itself where the value is not null.
 */
export type Way = { on: SQL; of?: SQL; along?: AnyColumn };

// With more companies than this, every few events belong to one of them, and they are found by walking the whole trail.
const MOST_COMPANIES = 500;

/** What every event must meet, whichever way it was come by. */
export function conditionOf(query: AuditQuery, timeZone: string): SQL {
  const { by, company, contact, act, from, to } = query;
  const acts = act ? (actsOf(act) ?? [act]) : null;
  const until = momentOf(to, timeZone);
  return (
    and(
      by ? byCondition(by) : undefined,
      company ? eq(auditEvents.companyId, company) : undefined,
      contact ? eq(auditEvents.contactId, contact) : undefined,
      acts ? inArray(auditEvents.act, acts) : undefined,
      from ? gte(auditEvents.at, momentOf(from, timeZone) ?? new Date(0)) : undefined,
      // The minute that is named counts whole.
      until ? lt(auditEvents.at, new Date(until.getTime() + 60_000)) : undefined,
    ) ?? sql`true`
  );
}

const byCondition = (by: string): SQL =>
  by === SYSTEM ? isNull(auditEvents.actorId) : eq(auditEvents.actorId, by);

/** The ways by which `query` is answered without reading what it leaves out; together they give all that it finds. */
export async function waysOf(tx: Tx, actor: StaffActor, query: AuditQuery): Promise<Way[]> {
  const { by, company, contact, act } = query;
  const { companyId, contactId } = auditEvents;
  if (contact) return [{ on: eq(contactId, contact) }];
  if (company) return [{ on: eq(companyId, company) }];
  if (by) return [wayOfPerson(by, act)];
  if (actor.reach !== "all") {
    const own = wayOfPerson(actor.staffId, act);
    if (await servesFew(tx))
      return [
        own,
        {
          of: sql`SELECT company_id FROM assignments WHERE staff_id = app_staff()`,
          on: sql`${companyId} = lane.value`,
        },
      ];
  }
  if (act) return [{ of: actList(act), on: sql`${auditEvents.act} = lane.value` }];
  return [{ on: sql`true` }];
}

const actList = (act: string): SQL => sql`SELECT unnest(${sql.param(actsOf(act) ?? [act])}::text[])`;

/**
 * The way to what somebody did, by act, so that what somebody who does much did rarely is found at once; which acts those are, the index
 * itself says in a few steps.
 */
export function wayOfPerson(by: string, act: string): Way {
  const person = byCondition(by);
  const { act: column } = auditEvents;
  const next = (after: SQL) =>
    sql`(SELECT ${column} FROM ${auditEvents} WHERE ${person} AND ${after} ORDER BY ${auditEvents.actorId}, ${column} LIMIT 1)`;
  const acts = sql`WITH RECURSIVE done (act) AS (SELECT ${next(sql`true`)} UNION ALL SELECT ${next(sql`${column} > done.act`)} FROM done WHERE done.act IS NOT NULL)
    SELECT act FROM done WHERE act IS NOT NULL`;
  return {
    of: act ? actList(act) : acts,
    on: sql`${person} AND ${column} = lane.value`,
    along: auditEvents.actorId,
  };
}

async function servesFew(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM assignments WHERE staff_id = app_staff() LIMIT ${MOST_COMPANIES + 1}) AS few`,
  );
  return (rows[0]?.count ?? 0) <= MOST_COMPANIES;
}
