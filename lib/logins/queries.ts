import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins, sessions } from "@/db/schema";

const ofCompany = and(
  eq(companies.organisationId, contacts.organisationId),
  eq(companies.id, contacts.companyId),
);

/** The login with this e-mail in the transaction's organisation and every contact it stands for, or null; one query either way. */
export async function findLoginByEmail(tx: Tx, email: string) {
  const rows = await tx
    .select({
      login: {
        id: logins.id,
        email: logins.email,
        passwordHash: logins.passwordHash,
        temporaryUntil: logins.temporaryUntil,
      },
      contact: {
        id: contacts.id,
        name: contacts.name,
        companyId: contacts.companyId,
        companyName: companies.name,
        isActive: sql<boolean>`${contacts.deactivatedAt} IS NULL`,
        isCompanyClosed: sql<boolean>`${companies.status} = 'closed'`,
      },
    })
    .from(logins)
    .innerJoin(
      contacts,
      and(eq(contacts.organisationId, logins.organisationId), eq(contacts.loginId, logins.id)),
    )
    .innerJoin(companies, ofCompany)
    .where(eq(logins.email, email))
    .orderBy(asc(companies.name), asc(contacts.id));
  const [first] = rows;
  return first ? { ...first.login, contacts: rows.map((row) => row.contact) } : null;
}

/** A login as sign-in and what is sent by e-mail see it. */
export type LoginWithContacts = NonNullable<Awaited<ReturnType<typeof findLoginByEmail>>>;

/** The contacts that a login may act for now: active, at a company that is not closed. */
export const openContactsOf = (login: LoginWithContacts) =>
  login.contacts.filter((contact) => contact.isActive && !contact.isCompanyClosed);

/** What a signed-in person may know of their own login, or null when it is gone. */
export async function findLogin(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      id: logins.id,
      email: logins.email,
      temporaryUntil: logins.temporaryUntil,
      termsAcceptedAt: logins.termsAcceptedAt,
    })
    .from(logins)
    .where(eq(logins.id, id));
  return found ?? null;
}

/** The contact for which a login was last in the portal, or null. */
export async function findLastContactId(tx: Tx, loginId: string): Promise<string | null> {
  const [last] = await tx
    .select({ contactId: sessions.contactId })
    .from(sessions)
    .where(eq(sessions.loginId, loginId))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(1);
  return last?.contactId ?? null;
}

/** The contacts that a login may act for: active, at a company that is not closed; by name of the company. */
export function listOpenContactsOfLogin(tx: Tx, loginId: string) {
  return tx
    .select({
      contactId: contacts.id,
      name: contacts.name,
      kind: contacts.kind,
      companyId: companies.id,
      companyName: companies.name,
      companyCode: companies.code,
      companyStatus: companies.status,
      companyStatusReason: companies.statusReason,
    })
    .from(contacts)
    .innerJoin(companies, ofCompany)
    .where(and(eq(contacts.loginId, loginId), isNull(contacts.deactivatedAt), ne(companies.status, "closed")))
    .orderBy(asc(companies.name), asc(contacts.id));
}

type ReachedCompany = { id: string; name: string; parentId: string | null };

/** A company with every site below it, at any depth, the company itself first; closed sites are left out. */
export async function listReach(tx: Tx, companyId: string): Promise<ReachedCompany[]> {
  const { rows } = await tx.execute<ReachedCompany>(sql`
    WITH RECURSIVE reach AS (
      SELECT organisation_id, id, name, parent_id, 0 AS depth FROM companies WHERE id = ${companyId}
      UNION ALL
      SELECT site.organisation_id, site.id, site.name, site.parent_id, depth + 1
        FROM reach JOIN companies site ON site.organisation_id = reach.organisation_id AND site.parent_id = reach.id
        WHERE site.status <> 'closed' AND depth < 100
    )
    SELECT id, name, parent_id AS "parentId" FROM reach ORDER BY depth, name`);
  return rows;
}
