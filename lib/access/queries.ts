import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, organisations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { dayIn } from "./days";
import { listDecidingEntries } from "./deciding-entries";
import { resolveAccess, resolveServices, type ContactAccess, type ServicesAnswer } from "./resolve-access";
import { rolesOfContactAt } from "./roles-then";
import { subjectColumns, subjectFrom } from "./subjects";

/**
 * What a contact may do in the portal and why, as the ledger and the group roles stood at that moment; refuses a contact that cannot
 * be seen. Whether the contact is active, the company closed and a module offered is answered as of today, whatever the moment.
 */
export async function loadAccess(tx: Tx, contactId: string, at?: Date): Promise<ContactAccess> {
  const access = (await loadAccessOf(tx, [contactId], at)).get(contactId);
  if (!access) throw new Refusal("not-found", "There is no such contact.");
  return access;
}

/** The access of several contacts at once, in two round trips; contacts that cannot be seen are absent. */
export async function loadAccessOf(
  tx: Tx,
  contactIds: readonly string[],
  at?: Date,
): Promise<ReadonlyMap<string, ContactAccess>> {
  const now = clock.now();
  const moment = at ?? now;
  const past = moment < now ? moment : undefined;
  const subjects = await findSubjects(tx, contactIds, past);
  const [first] = subjects;
  if (!first) return new Map();
  return resolved(tx, subjects, dayIn(first.timeZone, moment), past);
}

/** The access of several contacts as it will be on that day ("2026-11-03") if nothing is decided until then. */
export async function loadAccessOn(
  tx: Tx,
  contactIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, ContactAccess>> {
  return resolved(tx, await findSubjects(tx, contactIds, undefined), day, undefined);
}

type Subjects = Awaited<ReturnType<typeof findSubjects>>;

async function resolved(tx: Tx, subjects: Subjects, today: string, at: Date | undefined) {
  const entries = await listDecidingEntries(tx, {
    contactIds: subjects.map(({ subject }) => subject.contactId),
    companyIds: [...new Set(subjects.map(({ subject }) => subject.company.id))],
    at,
    today,
  });
  return new Map(subjects.map(({ subject }) => [subject.contactId, resolveAccess(subject, entries, today)]));
}

/** Whether the portal is on for each of these companies, and why; companies that cannot be seen are absent. */
export async function loadServicesOf(
  tx: Tx,
  companyIds: readonly string[],
  at?: Date,
): Promise<ReadonlyMap<string, ServicesAnswer>> {
  if (companyIds.length === 0) return new Map();
  const found = await tx
    .select({
      id: companies.id,
      audience: companies.kind,
      accessSince: companies.accessSince,
      timeZone: organisations.timeZone,
    })
    .from(companies)
    .innerJoin(organisations, eq(organisations.id, companies.organisationId))
    .where(inArray(companies.id, [...companyIds]));
  const today = dayIn(found[0]?.timeZone ?? "UTC", at ?? clock.now());
  const entries = await listDecidingEntries(tx, {
    contactIds: [],
    companyIds: found.map(({ id }) => id),
    at,
    today,
  });
  return new Map(found.map((company) => [company.id, resolveServices(company, entries, today)]));
}

async function findSubjects(tx: Tx, contactIds: readonly string[], past: Date | undefined) {
  if (contactIds.length === 0) return [];
  const rows = await tx
    .select({
      ...subjectColumns,
      ...(past && { groupRoles: rolesOfContactAt(past) }),
      timeZone: organisations.timeZone,
    })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .innerJoin(organisations, eq(organisations.id, contacts.organisationId))
    .where(sql`${contacts.id} = ANY (${sql.placeholder("ids")}::uuid[])`)
    .prepare(past ? "access subjects then" : "access subjects")
    .execute({ ids: [...contactIds] });
  return rows.map((row) => ({ timeZone: row.timeZone, subject: subjectFrom(row) }));
}
