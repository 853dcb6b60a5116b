import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { AnyPgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/as-actor";
import { withHashing, withMerging } from "@/db/planning";
import { runPlanned } from "@/db/statement";
import { keyset, type Cursor, type Sortable } from "@/lib/paging/keyset";
import type { OwnCompanies } from "./own-companies";
import { isMatching, matchingIdArray, type SearchKind } from "./matching-ids";

/** A list in some order of what can be searched for; `within` says which of its rows belong, by their own columns. */
export type SearchedList = {
  table: AnyPgTable;
  /** Rows under the table's own name, where it takes more than the table to put them in order. */
  rows?: SQL;
  id: AnyColumn;
  kind: SearchKind;
  within: SQL | undefined;
  order: { by: Sortable | Sortable[]; descending: boolean };
  q: string;
  /** A further condition that few rows or most may meet: tried on `columns` of rows walked, or begun from `candidates`. */
  narrow?: Narrowing;
  /** So few belong that a search looks these through instead of the index of all. */
  isShort?: boolean;
  /** What limits whoever asks. The list is then short, unless they serve so many companies that an index is the shorter way. */
  own?: OwnCompanies;
};

/**
 * A condition by columns of the table; `candidates` yields the ids of all rows that may meet it, quickly when they are few, or,
 * when `isExact`, of just those that do.
 */
export type Narrowing = { test: SQL; columns: AnyColumn[]; candidates: SQL; isExact?: boolean };

/** How many there are; `isMore` when counting stopped there. */
export type Total = { count: number; isMore: boolean };

const MOST_COUNTED = 10_000;
// A search that every few rows satisfies is answered by walking the list; each row walked costs some 4 µs.
const FIRST_WALK = 300;
const LONG_WALK = 3_000;
// Looking through the companies of somebody who serves 5,000 takes 20 ms, and naming a thousand rows by an index 5 ms.
const MANY_COMPANIES = 500;
const FEW = 1_000;

/**
 * The ids of the first `limit` rows beside `cursor`, and how many there are in all. A whole list counts up to 10,000. A
 * search or a narrowed list that finds many stops at the first page and says "more"; one that finds few counts them.
 */
export async function findIds(
  tx: Tx,
  list: SearchedList,
  cursor: Cursor | null,
  limit: number,
): Promise<{ ids: string[]; total: Total }> {
  // A short list is read whole either way, to be put in order or to be counted.
  if (list.isShort || list.own)
    return lookUp(tx, list, cursor, limit, list.q && !list.isShort ? await findFew(tx, list) : null);
  if (isWhole(list)) return { ids: await walk(tx, list, cursor, limit), total: await count(tx, list) };
  const near = await walk(tx, list, cursor, limit, FIRST_WALK);
  const isDense = near.length < limit && (near.length * LONG_WALK) / FIRST_WALK > limit;
  const ids = isDense ? await walk(tx, list, cursor, limit, LONG_WALK) : near;
  if (ids.length === limit) return { ids, total: { count: limit - 1, isMore: true } };
  if (list.q !== "") return lookUp(tx, list, cursor, limit);
  const planned = list.narrow?.isExact ? withMerging : withHashing;
  return planned(tx, () => lookUp(tx, list, cursor, limit));
}

/** The ids of the first `limit` rows, without counting them all: for suggestions. */
export async function findFirstIds(tx: Tx, list: SearchedList, limit: number): Promise<string[]> {
  if (isWhole(list) && !list.own) return walk(tx, list, null, limit);
  return (await findIds(tx, list, null, limit)).ids;
}

/** The ids of all rows of a list, as a query. */
export const allIds = (list: SearchedList): SQL =>
  sql`SELECT ${list.id} FROM ${rowsOf(list)} WHERE ${both(list.within, ...wanted(list))}`;

/** Walks the rows in their order, at most `most` of them, and takes the first `limit` that the search finds. */
async function walk(
  tx: Tx,
  list: SearchedList,
  cursor: Cursor | null,
  limit: number,
  most = limit,
): Promise<string[]> {
  const { where, orderBy } = ordered(list, cursor);
  const near = sql`SELECT ${columnsOf(list)} FROM ${rowsOf(list)} WHERE ${both(list.within, where)} ORDER BY ${orderBy} LIMIT ${sql.raw(String(most))}`;
  if (isWhole(list)) return (await runPlanned<{ id: string }>(tx, near)).map(({ id }) => id);
  // The table's own name for the walked rows, so that the same order can be asked of them again.
  const found = sql`SELECT ${list.id} FROM (${near}) AS ${list.table} WHERE ${both(...tests(list))} ORDER BY ${orderBy} LIMIT ${limit}`;
  const { rows } = await tx.execute<{ id: string }>(found);
  return rows.map(({ id }) => id);
}

/**
 * The ids that a search finds in the index of all, in reach or not, when they are few and the companies of whoever asks are
 * many; else null.
 */
async function findFew(tx: Tx, { own, kind, q }: SearchedList): Promise<string[] | null> {
  if (!own) return null;
  const { rows } = await tx.execute<{ ids: string[] | null }>(sql`
    SELECT CASE WHEN (SELECT count(*) FROM (${own.ids} LIMIT ${MANY_COMPANIES + 1}) AS counted) > ${MANY_COMPANIES}
      THEN ${matchingIdArray(kind, q, FEW + 1)} END AS ids`);
  const ids = rows[0]?.ids;
  return ids && ids.length <= FEW ? ids : null;
}

type Found = { id: string; total: number };

/** Takes all that is found, from an index or out of a short list, sorts it, and counts it on the way; of `few` ids only if given. */
async function lookUp(
  tx: Tx,
  list: SearchedList,
  cursor: Cursor | null,
  limit: number,
  few: string[] | null = null,
) {
  const { where, orderBy } = ordered(list, cursor);
  const conditions = few
    ? [sql`${list.id} = ANY (${sql.param(few)}::uuid[])`, list.narrow?.test]
    : wanted(list);
  const found = both(list.within, ...conditions);
  const query = sql`
    WITH found AS (SELECT ${columnsOf(list)} FROM ${rowsOf(list)} WHERE ${found})
    SELECT ${list.id}, (SELECT count(*)::int FROM found) AS total FROM found AS ${list.table}
      WHERE ${both(where)} ORDER BY ${orderBy} LIMIT ${sql.raw(String(limit))}`;
  const rows = isWhole(list) ? await runPlanned<Found>(tx, query) : (await tx.execute<Found>(query)).rows;
  return { ids: rows.map(({ id }) => id), total: { count: rows[0]?.total ?? 0, isMore: false } };
}

/** What each row walked is asked. */
function tests({ id, q, narrow }: SearchedList): (SQL | undefined)[] {
  return [q ? isMatching(id, q) : undefined, narrow?.test];
}

/** The rows that an index can name: those of the search if there is one, because it is the narrower. */
function lookedUp({ id, kind, q, narrow }: SearchedList): (SQL | undefined)[] {
  if (q) return [sql`${id} = ANY (${matchingIdArray(kind, q)})`, narrow?.test];
  return [
    narrow && sql`${id} = ANY (ARRAY(${narrow.candidates}))`,
    narrow?.isExact ? undefined : narrow?.test,
  ];
}

/** What the rows of a list are asked besides belonging: each of a short list in turn, those of another by an index. */
const wanted = (list: SearchedList): (SQL | undefined)[] =>
  list.isShort || list.own ? [list.own?.test, ...tests(list)] : lookedUp(list);

/** Whether nothing is searched for; such lists have few texts, and a connection plans each once. */
const isWhole = ({ q, narrow }: SearchedList): boolean => q === "" && !narrow;

const rowsOf = ({ table, rows }: SearchedList): SQL => rows ?? sql`${table}`;

async function count(tx: Tx, { table, within }: SearchedList): Promise<Total> {
  const [counted] = await runPlanned<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM ${table} WHERE ${both(within)} LIMIT ${sql.raw(String(MOST_COUNTED + 1))}) AS counted`,
  );
  const found = counted?.count ?? 0;
  return { count: Math.min(found, MOST_COUNTED), isMore: found > MOST_COUNTED };
}

function ordered({ order, id }: SearchedList, cursor: Cursor | null) {
  const { where, orderBy } = keyset({ ...order, id }, cursor);
  return { where, orderBy: sql.join(orderBy, sql`, `) };
}

function columnsOf({ id, order, narrow }: SearchedList): SQL {
  const columns = new Set([id, order.by, narrow?.columns ?? []].flat());
  return sql.join(
    [...columns].map((column) => sql`${column}`),
    sql`, `,
  );
}

const both = (...conditions: (SQL | undefined)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` AND `);
