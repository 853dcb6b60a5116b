import { and, eq, inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments, companies } from "@/db/schema";
import { keyset, type Cursor } from "@/lib/paging/keyset";
import { isMatching, matchingIdArray } from "@/lib/search/matching-ids";
import type { CompanyKind, CompanyStatus } from "./input";

/** Which companies are wanted, in which order, from where on, and how many. */
export type Wanted = {
  actor: StaffActor;
  kind: CompanyKind;
  statuses: readonly CompanyStatus[];
  q: string;
  by: AnyColumn | AnyColumn[];
  descending: boolean;
  cursor: Cursor | null;
  limit: number;
};

/** How many there are; `isMore` when counting stopped there. */
export type Total = { count: number; isMore: boolean };
type Found = { ids: string[]; total: Total };

const MOST_COUNTED = 10_000;
// Each row walked costs some 4 µs, so a search that every few rows satisfy is answered by walking the list in its order.
const FIRST_WALK = 300;
const LONG_WALK = 3_000;

/**
 * The ids of the wanted companies, and how many there are in all. A list without search counts up to 10,000. A search that
 * finds many stops when the page is full and says "more"; one that finds few is counted.
 */
export async function findCompanyIds(tx: Tx, wanted: Wanted): Promise<Found> {
  const { q, limit, actor } = wanted;
  if (q === "") return { ids: await walk(tx, wanted), total: await count(tx, wanted) };
  if (actor.reach !== "all") return lookUp(tx, wanted);
  const near = await walkAndSearch(tx, wanted, FIRST_WALK);
  const isDense = near.length < limit && (near.length * LONG_WALK) / FIRST_WALK > limit;
  const ids = isDense ? await walkAndSearch(tx, wanted, LONG_WALK) : near;
  if (ids.length === limit) return { ids, total: { count: limit - 1, isMore: true } };
  return lookUp(tx, wanted);
}

function within({ actor, kind, statuses }: Wanted): SQL | undefined {
  // Row-level security holds staff to their companies; saying it here too lets the plan begin with those few.
  const own =
    actor.reach === "all"
      ? undefined
      : sql`${companies.id} IN (SELECT ${assignments.companyId} FROM ${assignments} WHERE ${assignments.staffId} = ${actor.staffId})`;
  return and(eq(companies.kind, kind), inArray(companies.status, [...statuses]), own);
}

function placed({ by, descending, cursor }: Wanted) {
  const { where, orderBy } = keyset({ by, id: companies.id, descending }, cursor);
  return {
    columns: sql.join([sql`${companies.id}`, ...[by].flat().map((column) => sql`${column}`)], sql`, `),
    beyond: where ?? sql`true`,
    order: sql.join(orderBy, sql`, `),
  };
}

async function idsOf(tx: Tx, query: SQL): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(query);
  return rows.map(({ id }) => id);
}

function walking(wanted: Wanted, steps: number): SQL {
  const { columns, beyond, order } = placed(wanted);
  return sql`SELECT ${columns} FROM ${companies} WHERE ${and(within(wanted), beyond)} ORDER BY ${order} LIMIT ${steps}`;
}

const walk = (tx: Tx, wanted: Wanted) => idsOf(tx, walking(wanted, wanted.limit));

/** Walks that many companies in their order and takes the first that the search finds. */
function walkAndSearch(tx: Tx, wanted: Wanted, steps: number): Promise<string[]> {
  // The walked rows go by the table's own name, so that the same order can be asked of them again.
  return idsOf(
    tx,
    sql`SELECT ${companies.id} FROM (${walking(wanted, steps)}) AS ${companies}
      WHERE ${isMatching(companies.id, wanted.q)} ORDER BY ${placed(wanted).order} LIMIT ${wanted.limit}`,
  );
}

/** Takes everything that the search finds, by its index or among the few companies of the actor, sorts it and counts it. */
async function lookUp(tx: Tx, wanted: Wanted): Promise<Found> {
  const { columns, beyond, order } = placed(wanted);
  const isFound =
    wanted.actor.reach === "all"
      ? sql`${companies.id} = ANY (${matchingIdArray(wanted.kind, wanted.q)})`
      : isMatching(companies.id, wanted.q);
  const { rows } = await tx.execute<{ id: string; total: number }>(sql`
    WITH found AS (SELECT ${columns} FROM ${companies} WHERE ${and(within(wanted), isFound)})
    SELECT ${companies.id}, (SELECT count(*)::int FROM found) AS total FROM found AS ${companies}
      WHERE ${beyond} ORDER BY ${order} LIMIT ${wanted.limit}`);
  return { ids: rows.map(({ id }) => id), total: { count: rows[0]?.total ?? 0, isMore: false } };
}

async function count(tx: Tx, wanted: Wanted): Promise<Total> {
  const { rows } = await tx.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM
    (SELECT 1 FROM ${companies} WHERE ${within(wanted)} LIMIT ${MOST_COUNTED + 1}) AS counted`);
  const found = rows[0]?.count ?? 0;
  return { count: Math.min(found, MOST_COUNTED), isMore: found > MOST_COUNTED };
}
