import { and, eq, sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins, organisations } from "@/db/schema";
import { keyset, pageOf, readCursor, type Cursor, type Page } from "@/lib/paging/keyset";
import { clock } from "@/lib/platform/clock";
import { isId } from "@/lib/platform/ids";
import { findIds, type SearchedList, type Total } from "@/lib/search/find-ids";
import { ownCompanies } from "@/lib/search/own-companies";
import type { AccessContactsQuery } from "./access-address";
import { findToday } from "./today";
import { listDecidingEntries } from "./deciding-entries";
import { contactConditions } from "./filter-contacts";
import type { Audience } from "./permissions";
import type { AccessSubject, LedgerEntry } from "./resolve-access";
import { inStanding } from "./standing";
import { subjectColumns, subjectFrom } from "./subjects";

/** Rows on one page of either grid. */
export const PAGE_SIZE = 50;

/** A contact as a line of the grid of ticks; `subject` and the page's entries tell its access. */
export type AccessContactRow = {
  id: string;
  name: string;
  email: string | null;
  companyId: string;
  companyCode: string;
  companyName: string;
  hasLogin: boolean;
  subject: AccessSubject;
};

/** A page of the grid of ticks with all that `resolveAccess` needs to decide each of its cells. */
export type AccessContactsPage = Page<AccessContactRow> & {
  total: Total;
  entries: LedgerEntry[];
  today: string;
};

type Asked = AccessContactsQuery & { audience: Audience };

/** One page of the contacts that a filter fits, with the entries that decide; a cursor that leads nowhere gives the first page. */
export async function listAccessContacts(
  tx: Tx,
  actor: StaffActor,
  asked: Asked,
  size = PAGE_SIZE,
): Promise<AccessContactsPage> {
  const cursor = readCursor(asked.page, (value) => asked.sort === "name" || isPlace(value));
  const list = searched(actor, asked, cursor);
  const { ids, total } = await findIds(tx, list, cursor, size + 1);
  const reachesStart = cursor?.side === "before" && ids.length <= size;
  // Going back to the beginning shows the whole first page, and a cursor behind the last row does not show an empty one.
  if (cursor && (reachesStart || ids.length === 0))
    return listAccessContacts(tx, actor, { ...asked, page: undefined }, size);
  const order = asked.sort === "name" ? contacts.name : [companies.name, companies.id, contacts.name];
  const isUpwards = asked.descending === (cursor?.side === "before");
  const { orderBy } = keyset({ by: order, descending: asked.descending, id: contacts.id }, cursor);
  const rows = await listRows(tx, ids, orderBy, `by ${asked.sort} ${isUpwards ? "up" : "down"}`);
  const page = pageOf(rows, size, cursor, (row) => ({ id: row.id, value: valueOf(asked.sort, row) }));
  return { ...page, total, ...(await decidingFor(tx, page.rows)) };
}

/** One contact with all that decides about it, or null when it cannot be seen. */
export async function findAccessContact(
  tx: Tx,
  contactId: string,
): Promise<{ contact: AccessContactRow; entries: LedgerEntry[]; today: string } | null> {
  const [contact] = await listRows(tx, [contactId], [sql`${contacts.id}`], "by id");
  return contact ? { contact, ...(await decidingFor(tx, [contact])) } : null;
}

async function decidingFor(tx: Tx, rows: AccessContactRow[]) {
  const today = await findToday(tx, clock.now());
  const contactIds = rows.map(({ id }) => id);
  const companyIds = [...new Set(rows.map(({ companyId }) => companyId))];
  return { today, entries: await listDecidingEntries(tx, { contactIds, companyIds, today }) };
}

function searched(actor: StaffActor, { audience, filter, sort, descending }: Asked, cursor: Cursor | null) {
  const { permission, standing, q, companyIds } = filter;
  const by = sort === "name" ? contacts.name : [companyName, contacts.companyId, contacts.name];
  const list: SearchedList = {
    table: contacts,
    rows: sort === "name" ? undefined : byCompany(audience, descending, cursor),
    id: contacts.id,
    kind: "contact",
    within: contactConditions(audience, filter),
    own: ownCompanies(actor, contacts.companyId),
    narrow: permission ? inStanding(audience, permission, standing) : undefined,
    // The contacts of some companies are so few that each can be asked.
    isShort: companyIds.length > 0,
    order: { by, descending },
    q,
  };
  return list;
}

const companyName = sql`"contacts"."company_name"`;

/** The contacts under the name of their company, from the company of the cursor on, so that an index can yield them in that order. */
function byCompany(audience: Audience, descending: boolean, cursor: Cursor | null): SQL {
  const isAhead = descending === (cursor?.side === "before");
  const from = cursor
    ? sql`AND k.name ${sql.raw(isAhead ? ">=" : "<=")} ${placeOf(cursor.value)?.[0] ?? ""}`
    : sql``;
  return sql`(SELECT c.*, k.name AS company_name FROM companies k JOIN contacts c ON c.organisation_id = k.organisation_id AND c.company_id = k.id
    WHERE k.organisation_id = app_organisation() AND k.kind = ${audience} ${from}) AS ${contacts}`;
}

// By its name a connection plans the query once; planning takes longer than reading 50 rows.
async function listRows(tx: Tx, ids: string[], orderBy: SQL[], order: string): Promise<AccessContactRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      ...subjectColumns,
      name: contacts.name,
      email: logins.email,
      companyCode: companies.code,
      companyName: companies.name,
    })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .innerJoin(organisations, eq(organisations.id, contacts.organisationId))
    .leftJoin(
      logins,
      and(eq(logins.organisationId, contacts.organisationId), eq(logins.id, contacts.loginId)),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy)
    .prepare(`access contact rows ${order}`)
    .execute();
  return rows.map(({ name, email, companyCode, companyName: company, ...row }) => ({
    id: row.contactId,
    name,
    email,
    companyId: row.companyId,
    companyCode,
    companyName: company,
    hasLogin: email !== null,
    subject: subjectFrom(row),
  }));
}

const valueOf = (sort: Asked["sort"], row: AccessContactRow) =>
  sort === "name" ? row.name : JSON.stringify([row.companyName, row.companyId, row.name]);

const isPlace = (value: string): boolean => placeOf(value) !== null;

/** The company's name and id and the contact's name that a cursor holds; PostgreSQL would refuse an id that is none. */
function placeOf(value: string): [string, string, string] | null {
  try {
    const parsed: unknown = JSON.parse(value);
    if (!Array.isArray(parsed) || parsed.length !== 3) return null;
    const [company, id, name] = parsed as unknown[];
    const isText = (text: unknown): text is string => typeof text === "string" && !text.includes("\u0000");
    return isText(company) && isText(id) && isId(id) && isText(name) ? [company, id, name] : null;
  } catch {
    return null;
  }
}
