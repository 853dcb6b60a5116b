import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, staffUsers } from "@/db/schema";
import { searchedWords } from "@/lib/platform/address";
import { findFirstIds } from "@/lib/search/find-ids";
import type { SearchKind } from "@/lib/search/matching-ids";
import { SYSTEM, type AuditQuery } from "./list-input";

/** Something to filter by: its id, its name, and what tells it from others of that name. */
export type Suggestion = { value: string; label: string; detail?: string };

/** What can be filtered by typing a part of its name. */
export const suggestible = ["by", "company", "contact"] as const;
export type Suggestible = (typeof suggestible)[number];

const MOST = 10;
/** Portico itself, as one of those who act. */
const portico: Suggestion = {
  value: SYSTEM,
  label: "Portico itself",
  detail: "What happened without anybody's doing",
};

/** The first that `typed` finds, of what is in reach. */
export async function suggest(tx: Tx, what: Suggestible, typed: string): Promise<Suggestion[]> {
  const q = searchedWords(typed);
  if (what === "company")
    return listCompanies(tx, [
      ...(await findNamed(tx, "customer", q)),
      ...(await findNamed(tx, "supplier", q)),
    ]);
  const people = await listContacts(tx, await findNamed(tx, "contact", q));
  if (what === "contact") return people;
  const staff = await listStaff(
    tx,
    sql`strpos(lower(${staffUsers.name} || ' ' || ${staffUsers.email}), lower(${q})) > 0`,
  );
  const own = portico.label.toLowerCase().includes(q.toLowerCase()) ? [portico] : [];
  // Without a word the staff come first: there are few of them, and they do most.
  return [...staff, ...own, ...(q ? people : [])];
}

/** What a filter that is set is called, for each that is. */
export async function namesOf(
  tx: Tx,
  { by, company, contact }: AuditQuery,
): Promise<Partial<Record<Suggestible, Suggestion>>> {
  const gone = (value: string): Suggestion => ({ value, label: "Somebody or something that is gone" });
  const person = async (): Promise<Suggestion> => {
    if (by === SYSTEM) return portico;
    const [staff] = await listStaff(tx, eq(staffUsers.id, by));
    return staff ?? (await listContacts(tx, [by]))[0] ?? gone(by);
  };
  return {
    ...(by && { by: await person() }),
    ...(company && { company: (await listCompanies(tx, [company]))[0] ?? gone(company) }),
    ...(contact && { contact: (await listContacts(tx, [contact]))[0] ?? gone(contact) }),
  };
}

async function findNamed(tx: Tx, kind: SearchKind, q: string): Promise<string[]> {
  const table = kind === "contact" ? contacts : companies;
  const order = { by: table.name, descending: false };
  return findFirstIds(
    tx,
    {
      table,
      id: table.id,
      kind,
      within: kind === "contact" ? undefined : eq(companies.kind, kind),
      order,
      q,
    },
    MOST,
  );
}

const listCompanies = (tx: Tx, ids: string[]): Promise<Suggestion[]> =>
  tx
    .select({ value: companies.id, label: companies.name, detail: companies.code })
    .from(companies)
    .where(inArray(companies.id, ids))
    .orderBy(asc(companies.name), asc(companies.id));

const listStaff = (tx: Tx, where: SQL): Promise<Suggestion[]> =>
  tx
    .select({ value: staffUsers.id, label: staffUsers.name, detail: staffUsers.email })
    .from(staffUsers)
    .where(where)
    .orderBy(asc(staffUsers.name), asc(staffUsers.id))
    .limit(MOST);

const listContacts = (tx: Tx, ids: string[]): Promise<Suggestion[]> =>
  tx
    .select({ value: contacts.id, label: contacts.name, detail: companies.name })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(inArray(contacts.id, ids))
    .orderBy(asc(contacts.name), asc(contacts.id));
