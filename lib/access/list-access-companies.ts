import { and, eq, ne, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { clock } from "@/lib/platform/clock";
import { findIds, type Narrowing, type SearchedList, type Total } from "@/lib/search/find-ids";
import { ownCompanies } from "@/lib/search/own-companies";
import type { AccessCompaniesQuery } from "./access-address";
import { listDecidingEntries } from "./deciding-entries";
import { PAGE_SIZE } from "./list-access-contacts";
import type { Audience } from "./permissions";
import type { LedgerEntry } from "./resolve-access";
import { hasServices } from "./standing";
import { idsWithServices } from "./ids-in-standing";
import { findToday } from "./today";

/** A company as a line of the access screen; `subject` and the page's entries tell whether Services are on for it. */
export type AccessCompanyRow = {
  id: string;
  code: string;
  name: string;
  status: (typeof companies.$inferSelect)["status"];
  parentName: string | null;
  /** Sites directly below it. */
  sites: number;
  contacts: number;
  subject: { id: string; audience: Audience; accessSince: number };
};

/** A page of companies with all that `resolveServices` needs to decide each of them. */
export type AccessCompaniesPage = Page<AccessCompanyRow> & {
  total: Total;
  entries: LedgerEntry[];
  today: string;
};

type Asked = AccessCompaniesQuery & { audience: Audience };

/** One page of the companies in reach with the entries that decide; a cursor that leads nowhere gives the first page. */
export async function listAccessCompanies(
  tx: Tx,
  actor: StaffActor,
  asked: Asked,
  size = PAGE_SIZE,
): Promise<AccessCompaniesPage> {
  const { sort } = asked;
  const cursor = readCursor(asked.page);
  const order = { by: companies[sort], descending: asked.descending };
  const { ids, total } = await findIds(tx, searched(actor, asked, order), cursor, size + 1);
  const reachesStart = cursor?.side === "before" && ids.length <= size;
  if (cursor && (reachesStart || ids.length === 0))
    return listAccessCompanies(tx, actor, { ...asked, page: undefined }, size);
  const isUpwards = asked.descending === (cursor?.side === "before");
  const { orderBy } = keyset({ ...order, id: companies.id }, cursor);
  const rows = await listRows(tx, ids, orderBy, `by ${sort} ${isUpwards ? "up" : "down"}`);
  const page = pageOf(rows, size, cursor, (row) => ({ id: row.id, value: row[sort] }));
  const today = await findToday(tx, clock.now());
  const companyIds = page.rows.map(({ id }) => id);
  return {
    ...page,
    total,
    today,
    entries: await listDecidingEntries(tx, { contactIds: [], companyIds, today }),
  };
}

function searched(
  actor: StaffActor,
  { audience, closed, services, q, only }: Asked,
  order: SearchedList["order"],
): SearchedList {
  const within = and(
    eq(companies.kind, audience),
    closed ? undefined : ne(companies.status, "closed"),
    only ? sql`${companies.id} = ANY (${sql.param(only)}::uuid[])` : undefined,
  );
  const narrow = services === "any" ? undefined : withServices(audience, services);
  const own = ownCompanies(actor, companies.id);
  const isShort = only !== undefined;
  return { table: companies, id: companies.id, kind: audience, within, own, narrow, order, q, isShort };
}

function withServices(audience: Audience, services: "on" | "off"): Narrowing {
  const on = hasServices(audience);
  const test = services === "on" ? on : sql`NOT ${on}`;
  const withPortal = idsWithServices(audience);
  const candidates =
    services === "on"
      ? withPortal
      : sql`SELECT id FROM companies WHERE kind = ${audience} AND id NOT IN (${withPortal})`;
  return { test, columns: [companies.organisationId, companies.accessSince], candidates, isExact: true };
}

const parent = alias(companies, "parent");
const countOf = (rows: SQL) => sql<number>`(SELECT count(*)::int FROM ${rows})`;

async function listRows(tx: Tx, ids: string[], orderBy: SQL[], order: string): Promise<AccessCompanyRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: companies.id,
      code: companies.code,
      name: companies.name,
      status: companies.status,
      parentName: parent.name,
      sites: countOf(
        sql`companies s WHERE s.organisation_id = ${companies.organisationId} AND s.parent_id = ${companies.id}`,
      ),
      contacts: countOf(
        sql`contacts c WHERE c.organisation_id = ${companies.organisationId} AND c.company_id = ${companies.id}`,
      ),
      audience: companies.kind,
      accessSince: companies.accessSince,
    })
    .from(companies)
    .leftJoin(
      parent,
      and(eq(parent.organisationId, companies.organisationId), eq(parent.id, companies.parentId)),
    )
    .where(sql`${companies.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy)
    .prepare(`access company rows ${order}`)
    .execute();
  return rows.map(({ audience, accessSince, ...row }) => ({
    ...row,
    subject: { id: row.id, audience, accessSince },
  }));
}
