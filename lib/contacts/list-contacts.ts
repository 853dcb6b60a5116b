import { and, eq, sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import { listCredentialsOf } from "@/lib/credentials/queries";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { clock } from "@/lib/platform/clock";
import { findIds, type SearchedList, type Total } from "@/lib/search/find-ids";
import { ownCompanies } from "@/lib/search/own-companies";
import type { ContactListQuery, ContactSort } from "./list-input";
import { inCurrentStates, inStates, needsLogin } from "./state-condition";

/** Rows on one page of the grid. */
export const PAGE_SIZE = 50;

const sorts = { name: contacts.name, updated: contacts.updatedAt } as const satisfies Record<
  ContactSort,
  unknown
>;

const rowView = {
  id: contacts.id,
  name: contacts.name,
  kind: contacts.kind,
  jobTitle: contacts.jobTitle,
  department: contacts.department,
  phone: contacts.phone,
  mobile: contacts.mobile,
  companyId: companies.id,
  companyCode: companies.code,
  companyName: companies.name,
  updatedAt: contacts.updatedAt,
  updatedText: sql<string>`to_char(${contacts.updatedAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')`,
};

/** A contact as a line of the grid, with how their login stands. */
export type ContactRow = Awaited<ReturnType<typeof listRows>>[number];

/** Which contacts a list shows; `companyId` narrows it to one company's. */
export type ContactScope = Pick<
  ContactListQuery,
  "q" | "kind" | "states" | "sort" | "descending" | "page"
> & {
  companyId?: string;
};

/** One page of the contacts in reach, and how many there are; a cursor that leads nowhere gives the first page. */
export async function listContacts(
  tx: Tx,
  actor: StaffActor,
  scope: ContactScope,
  size = PAGE_SIZE,
): Promise<Page<ContactRow> & { total: Total }> {
  const cursor = readCursor(scope.page, (value) => fits(scope.sort, value));
  const list = searchedContacts(actor, scope);
  const { ids, total } = await findIds(tx, list, cursor, size + 1);
  const reachesStart = cursor?.side === "before" && ids.length <= size;
  // Going back to the beginning shows the whole first page, and a cursor behind the last row does not show an empty one.
  if (cursor && (reachesStart || ids.length === 0))
    return listContacts(tx, actor, { ...scope, page: undefined }, size);
  const rows = await listRows(tx, ids, keyset({ ...list.order, id: contacts.id }, cursor).orderBy);
  const keyOf = (row: ContactRow) => ({
    id: row.id,
    value: scope.sort === "name" ? row.name : row.updatedText,
  });
  return { ...pageOf(rows, size, cursor, keyOf), total };
}

/** The contacts that `scope` shows, for finding a page of them or the first few. */
export function searchedContacts(actor: StaffActor, scope: ContactScope): SearchedList {
  return {
    table: contacts,
    id: contacts.id,
    kind: "contact",
    within: within(scope),
    own: ownCompanies(actor, contacts.companyId),
    narrow: needsLogin(scope.states) ? inStates(scope.states, clock.now()) : undefined,
    order: { by: sorts[scope.sort], descending: scope.descending },
    q: scope.q,
  };
}

function within({ kind, states }: ContactScope): SQL | undefined {
  return and(
    kind ? eq(contacts.kind, kind) : undefined,
    needsLogin(states) ? undefined : inCurrentStates(states),
  );
}

async function listRows(tx: Tx, ids: string[], orderBy: SQL[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select(rowView)
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy);
  const credentials = await listCredentialsOf(tx, ids);
  return rows.map((row) => ({ ...row, credential: credentials.get(row.id) ?? null }));
}

/** Whether a cursor's value could have come from this sort: PostgreSQL would refuse a date that is none. */
function fits(sort: ContactSort, value: string): boolean {
  if (sort === "name") return true;
  const at = /^[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/.test(value) ? Date.parse(value) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value.slice(0, 10));
}
