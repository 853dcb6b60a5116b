import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins } from "@/db/schema";

/** The login with this e-mail in the transaction's organisation, with what sign-in needs to know, or null. */
export async function findLoginByEmail(tx: Tx, email: string) {
  const [found] = await tx
    .select({
      id: logins.id,
      email: logins.email,
      passwordHash: logins.passwordHash,
      temporaryUntil: logins.temporaryUntil,
      lastSignInAt: logins.lastSignInAt,
    })
    .from(logins)
    .where(eq(logins.email, email));
  return found ?? null;
}

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
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(and(eq(contacts.loginId, loginId), isNull(contacts.deactivatedAt), ne(companies.status, "closed")))
    .orderBy(asc(companies.name), asc(contacts.id));
}

/** A company with every site below it, at any depth, the company itself first; closed sites are left out. */
export async function listReach(
  tx: Tx,
  companyId: string,
): Promise<{ id: string; name: string; parentId: string | null }[]> {
  const { rows } = await tx.execute<{ id: string; name: string; parentId: string | null }>(sql`
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
