import { and, eq, inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { isMoment, keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { allIds, findIds, type SearchedList, type Total } from "@/lib/search/find-ids";
import { ownCompanies } from "@/lib/search/own-companies";
import type { CompanyKind, CompanyStatus } from "./input";
import type { CompanyListQuery, SortKey } from "./list-input";

/** Rows on one page of the grid. */
export const PAGE_SIZE = 50;

/** The columns by which each sort walks its index. */
const sorts: Record<SortKey, AnyColumn | AnyColumn[]> = {
  name: companies.name,
  code: companies.code,
  city: companies.city,
  status: [companies.status, companies.name],
  updated: companies.updatedAt,
};

const parent = alias(companies, "parent");
const momentText = sql<string>`to_char(${companies.updatedAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')`;

const rowView = {
  id: companies.id,
  code: companies.code,
  name: companies.name,
  city: companies.city,
  country: companies.country,
  status: companies.status,
  phone: companies.phone,
  email: companies.email,
  parentId: companies.parentId,
  parentName: parent.name,
  updatedAt: companies.updatedAt,
  updatedText: momentText,
};

/** A company as a line of the grid. */
export type CompanyRow = Awaited<ReturnType<typeof listRows>>[number];

/** One page of customers or suppliers in reach, and how many there are; a cursor that leads nowhere gives the first page. */
export async function listCompanies(
  tx: Tx,
  actor: StaffActor,
  kind: CompanyKind,
  query: CompanyListQuery,
  size = PAGE_SIZE,
): Promise<Page<CompanyRow> & { total: Total }> {
  const { sort, descending } = query;
  const cursor = readCursor(query.page, (value) => fits(sort, value));
  const order = { by: sorts[sort], descending };
  const list = searchedCompanies(actor, kind, query.statuses, order, query.q);
  const { ids, total } = await findIds(tx, list, cursor, size + 1);
  const reachesStart = cursor?.side === "before" && ids.length <= size;
  // Going back to the beginning shows the whole first page, and a cursor behind the last row does not show an empty one.
  if (cursor && (reachesStart || ids.length === 0))
    return listCompanies(tx, actor, kind, { ...query, page: undefined }, size);
  const isUpwards = descending === (cursor?.side === "before");
  const { orderBy } = keyset({ ...order, id: companies.id }, cursor);
  const rows = await listRows(tx, ids, orderBy, `company rows by ${sort} ${isUpwards ? "up" : "down"}`);
  return { ...pageOf(rows, size, cursor, (row) => ({ value: valueOf(sort, row), id: row.id })), total };
}

/** The companies of that kind and status in reach, as a list to be searched. */
export function searchedCompanies(
  actor: StaffActor,
  kind: CompanyKind,
  statuses: readonly CompanyStatus[],
  order: SearchedList["order"],
  q: string,
): SearchedList {
  const within = and(eq(companies.kind, kind), inArray(companies.status, [...statuses]));
  const own = ownCompanies(actor, companies.id);
  return { table: companies, id: companies.id, kind, within, own, order, q };
}

/** The ids of all that the grid shows, on whichever page. */
export async function listCompanyIds(
  tx: Tx,
  actor: StaffActor,
  kind: CompanyKind,
  { statuses, q }: CompanyListQuery,
): Promise<string[]> {
  const list = searchedCompanies(actor, kind, statuses, { by: companies.name, descending: false }, q);
  const { rows } = await tx.execute<{ id: string }>(allIds(list));
  return rows.map(({ id }) => id);
}

// By its name a connection plans the query once; planning takes longer than reading 50 rows.
function listRows(tx: Tx, ids: string[], orderBy: SQL[], name: string) {
  return tx
    .select(rowView)
    .from(companies)
    .leftJoin(
      parent,
      and(eq(parent.organisationId, companies.organisationId), eq(parent.id, companies.parentId)),
    )
    .where(sql`${companies.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy)
    .prepare(name)
    .execute();
}

function valueOf(sort: SortKey, row: CompanyRow): string {
  if (sort === "status") return JSON.stringify([row.status, row.name]);
  return sort === "updated" ? row.updatedText : row[sort];
}

/** Whether a cursor's value could have come from this sort: PostgreSQL would refuse, for one, a date that is none. */
function fits(sort: SortKey, value: string): boolean {
  if (sort === "updated") return isMoment(value);
  return sort !== "status" || isPairOfTexts(value);
}

function isPairOfTexts(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      parsed.every((text) => typeof text === "string" && !text.includes("\u0000"))
    );
  } catch {
    return false;
  }
}
