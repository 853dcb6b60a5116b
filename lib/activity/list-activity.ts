import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companyEvents, contacts } from "@/db/schema";
import { isMoment, keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { eventLevels, type ActivityQuery } from "./list-input";

/** Events on one page of the log. */
export const PAGE_SIZE = 50;

const momentText = sql<string>`to_char(${companyEvents.at} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')`;

const rowView = {
  id: companyEvents.id,
  at: companyEvents.at,
  atText: momentText,
  level: companyEvents.level,
  source: companyEvents.source,
  message: companyEvents.message,
  details: companyEvents.details,
  contact: { id: contacts.id, name: contacts.name },
};

/** An event as a line of the log. */
export type ActivityRow = Awaited<ReturnType<typeof listActivity>>["rows"][number];

/** Whose log is read, and the time zone in which its days begin. */
export type LogOf = { companyId: string; timeZone: string };

/** One page of a company's log, the latest first; a cursor that leads nowhere gives the first page. */
export async function listActivity(tx: Tx, of: LogOf, query: ActivityQuery, size = PAGE_SIZE) {
  const cursor = readCursor(query.page, isMoment);
  const order = { by: companyEvents.at, id: companyEvents.id, descending: true };
  const { where, orderBy } = keyset(order, cursor);
  const rows = await tx
    .select(rowView)
    .from(companyEvents)
    .leftJoin(
      contacts,
      and(
        eq(contacts.organisationId, companyEvents.organisationId),
        eq(contacts.id, companyEvents.contactId),
      ),
    )
    .where(and(fitting(of, query), where))
    .orderBy(...orderBy)
    .limit(size + 1);
  if (cursor && (rows.length === 0 || (cursor.side === "before" && rows.length <= size)))
    return listActivity(tx, of, { ...query, page: undefined }, size);
  return pageOf(rows, size, cursor, ({ atText, id }) => ({ value: atText, id })) satisfies Page<unknown>;
}

/** How many events came after that one and fit the query, counted up to `most`. */
export async function countNewer(
  tx: Tx,
  of: LogOf,
  query: ActivityQuery,
  { after, most }: { after: { at: string; id: string } | null; most: number },
): Promise<number> {
  const newer = after
    ? sql`(${companyEvents.at}, ${companyEvents.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  const { rows } = await tx.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM ${companyEvents} WHERE ${and(fitting(of, query), newer)} LIMIT ${most}) AS newer`,
  );
  return rows[0]?.count ?? 0;
}

function fitting({ companyId, timeZone }: LogOf, { q, level, from, until }: ActivityQuery): SQL | undefined {
  const wanted = eventLevels.slice(0, eventLevels.indexOf(level) + 1);
  const start = (day: SQL) => sql`(${day})::timestamp AT TIME ZONE ${timeZone}`;
  return and(
    eq(companyEvents.companyId, companyId),
    wanted.length < eventLevels.length ? inArray(companyEvents.level, [...wanted]) : undefined,
    from ? sql`${companyEvents.at} >= ${start(sql`${from}::date`)}` : undefined,
    until ? sql`${companyEvents.at} < ${start(sql`${until}::date + 1`)}` : undefined,
    q ? sql`strpos(search_key(${companyEvents.message}), ltrim(search_key(${q}))) > 0` : undefined,
  );
}
