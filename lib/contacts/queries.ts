import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins, staffUsers } from "@/db/schema";
import { isId } from "@/lib/platform/ids";

const ofCompany = and(
  eq(companies.organisationId, contacts.organisationId),
  eq(companies.id, contacts.companyId),
);

/** A contact as their own page shows it. */
export type ContactView = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** The contact with this id, with their company and e-mail address, or null when they cannot be seen. */
export async function findContact(tx: Tx, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({
      contact: contacts,
      email: logins.email,
      company: {
        id: companies.id,
        kind: companies.kind,
        code: companies.code,
        name: companies.name,
        status: companies.status,
        statusReason: companies.statusReason,
        statusChangedAt: companies.statusChangedAt,
        statusChangedByName: sql<
          string | null
        >`(SELECT ${staffUsers.name} FROM ${staffUsers} WHERE ${staffUsers.organisationId} = ${companies.organisationId} AND ${staffUsers.id} = ${companies.statusChangedBy})`,
      },
    })
    .from(contacts)
    .innerJoin(companies, ofCompany)
    .leftJoin(
      logins,
      and(eq(logins.organisationId, contacts.organisationId), eq(logins.id, contacts.loginId)),
    )
    .where(eq(contacts.id, id));
  return found ? { ...found.contact, email: found.email, company: found.company } : null;
}

/** The other contacts for whom the same login signs in, as far as they can be seen, by name of their company. */
export async function listContactsOfSameLogin(
  tx: Tx,
  { id, loginId }: { id: string; loginId: string | null },
) {
  if (!loginId) return [];
  return tx
    .select({ id: contacts.id, name: contacts.name, companyName: companies.name, kind: contacts.kind })
    .from(contacts)
    .innerJoin(companies, ofCompany)
    .where(and(eq(contacts.loginId, loginId), ne(contacts.id, id)))
    .orderBy(asc(companies.name), asc(contacts.id))
    .limit(50);
}
