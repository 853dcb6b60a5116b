import { and, eq, sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { auditEvents, companies, contacts } from "@/db/schema";
import { isMoment, keyset, pageOf, readCursor, type Cursor, type Page } from "@/lib/paging/keyset";
import { matchingIdArray } from "@/lib/search/matching-ids";
import { conditionOf, wayOfPerson, waysOf, type Way } from "./event-lanes";
import type { AuditQuery } from "./list-input";

/** Events on one page of the list. */
export const PAGE_SIZE = 50;

// So many events are looked through word by word; beyond them a search goes by the companies, contacts and people that it names.
const LATEST = 3_000;
const MOST_NAMED = 20;
const MOST_STAFF = 5;

const atText = sql<string>`to_char(${auditEvents.at} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')`;

/** What is shown of an event. */
export const eventView = {
  id: auditEvents.id,
  at: auditEvents.at,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  actorName: auditEvents.actorName,
  act: auditEvents.act,
  subject: auditEvents.subject,
  before: auditEvents.before,
  after: auditEvents.after,
  company: { id: companies.id, kind: companies.kind, code: companies.code, name: companies.name },
  contact: { id: contacts.id, name: contacts.name },
  atText,
};

/** An event as a line of the list. */
export type EventRow = Awaited<ReturnType<typeof readEvents>>[number];

type Asker = { actor: StaffActor; timeZone: string };

/** One page of the events in reach, the latest first; a cursor that leads nowhere gives the first page. */
export async function listEvents(
  tx: Tx,
  asker: Asker,
  query: AuditQuery,
  size = PAGE_SIZE,
): Promise<Page<EventRow>> {
  const cursor = readCursor(query.page, isMoment);
  const ids = await findEvents(tx, asker, query, cursor, size + 1);
  const reachesStart = cursor?.side === "before" && ids.length <= size;
  if (cursor && (reachesStart || ids.length === 0))
    return listEvents(tx, asker, { ...query, page: undefined }, size);
  const rows = await readEvents(tx, ids, ordered(cursor).orderBy);
  return pageOf(rows, size, cursor, (row) => ({ value: row.atText, id: row.id }));
}

const ordered = (cursor: Cursor | null) =>
  keyset({ by: auditEvents.at, id: auditEvents.id, descending: true }, cursor);

async function findEvents(
  tx: Tx,
  { actor, timeZone }: Asker,
  query: AuditQuery,
  cursor: Cursor | null,
  limit: number,
) {
  const { where, orderBy } = ordered(cursor);
  const search: Search = {
    condition: and(conditionOf(query, timeZone), where) ?? sql`true`,
    order: sql.join(orderBy, sql`, `),
    direction: sql.raw(cursor?.side === "before" ? "ASC" : "DESC"),
    limit,
  };
  const ways = await waysOf(tx, actor, query);
  if (!query.q) return idsOf(tx, gathered(ways, search), search);
  const latest = gathered(ways, { ...search, limit: LATEST });
  const near = await idsOf(
    tx,
    sql`SELECT * FROM (${latest}) AS ${auditEvents} WHERE ${saysAll(query.q)}`,
    search,
  );
  if (near.length === limit) return near;
  const known = sql`SELECT ${found} FROM ${auditEvents} WHERE ${auditEvents.id} = ANY (${sql.param(near)}::uuid[])`;
  return idsOf(tx, sql`${known} UNION (${gathered(await namedWays(tx, query.q), search)})`, search);
}

// What a search looks at, with what the order goes by.
const found = sql`${auditEvents.id}, ${auditEvents.at}, ${auditEvents.actorName}, ${auditEvents.subject}`;

type Search = { condition: SQL; order: SQL; direction: SQL; limit: number };

/** The first events of all ways, each lane stopping as soon as it has as many as are wanted in all. */
function gathered(ways: Way[], { condition, order, direction, limit }: Search): SQL {
  const each = ways.map(({ on, of, along }) => {
    const first = along ? sql`${along} ${direction}, ` : sql``;
    const lane = sql`SELECT ${found} FROM ${auditEvents} WHERE ${on} AND ${condition} ORDER BY ${first}${order} LIMIT ${limit}`;
    return of
      ? sql`SELECT found.* FROM (${of}) AS lane (value) CROSS JOIN LATERAL (${lane}) AS found`
      : sql`(${lane})`;
  });
  return sql`SELECT * FROM (${sql.join(each, sql` UNION `)}) AS ${auditEvents} ORDER BY ${order} LIMIT ${limit}`;
}

async function idsOf(tx: Tx, source: SQL, { order, limit }: Search): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`SELECT id FROM (${source}) AS ${auditEvents} ORDER BY ${order} LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

const saysAll = (q: string): SQL =>
  sql.join(
    q
      .split(/\s+/)
      .map(
        (word) =>
          sql`strpos(lower(${auditEvents.actorName} || ' ' || ${auditEvents.subject}), lower(${word})) > 0`,
      ),
    sql` AND `,
  );

/** The ways by what `q` names: companies, contacts, and the staff who act. */
async function namedWays(tx: Tx, q: string): Promise<Way[]> {
  const first = (ids: SQL) => sql`SELECT unnest(${ids}) LIMIT ${MOST_NAMED}`;
  const { companyId, contactId } = auditEvents;
  const { rows: staff } = await tx.execute<{ id: string }>(
    sql`SELECT id FROM staff_users WHERE strpos(lower(name || ' ' || email), lower(${q})) > 0 ORDER BY name LIMIT ${MOST_STAFF}`,
  );
  return [
    { of: first(matchingIdArray("contact", q)), on: sql`${contactId} = lane.value` },
    { of: first(matchingIdArray("customer", q)), on: sql`${companyId} = lane.value` },
    { of: first(matchingIdArray("supplier", q)), on: sql`${companyId} = lane.value` },
    ...staff.map(({ id }) => wayOfPerson(id, "")),
  ];
}

async function readEvents(tx: Tx, ids: string[], orderBy: SQL[]) {
  return tx
    .select(eventView)
    .from(auditEvents)
    .leftJoin(
      companies,
      and(eq(companies.organisationId, auditEvents.organisationId), eq(companies.id, auditEvents.companyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.organisationId, auditEvents.organisationId), eq(contacts.id, auditEvents.contactId)),
    )
    .where(sql`${auditEvents.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy);
}
