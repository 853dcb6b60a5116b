import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins, sessions } from "@/db/schema";
import { runStatement } from "@/db/statement";
import { findingLogin, loginIn, type LoginWithContacts } from "./statements";

const ofCompany = and(
  eq(companies.organisationId, contacts.organisationId),
  eq(companies.id, contacts.companyId),
);

/** The login with this e-mail in the transaction's organisation and every contact it stands for, or null; one query either way. */
export const findLoginByEmail = async (tx: Tx, email: string): Promise<LoginWithContacts | null> =>
  loginIn(await runStatement(tx, findingLogin(email)));

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
      termsVersion: logins.termsVersion,
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
      companyLogLevel: companies.logLevel,
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
