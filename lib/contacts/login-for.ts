import { and, desc, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins } from "@/db/schema";
import { endUnprovenPasswords } from "@/lib/credentials/end-unproven-passwords";
import { Refusal, violatedConstraint, type RefusalDetails } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** Whose login an e-mail address is to be: a person at that company, the same as an existing one if `link` says so. */
export type Wanted = { companyId: string; email: string; link: boolean };

/** Where an e-mail address is in use already, for the form that has to say so. */
export type ExistingContact = {
  contactId: string;
  name: string;
  companyName: string;
  /** Whether the same login can serve this company too. */
  canLink: boolean;
};

/** A login for an e-mail address; `isActive` when it has a password, so that nobody needs to be invited to it. */
export type FoundLogin = { loginId: string; isNew: boolean; isActive: boolean };

type Context = { tx: Tx; actor: StaffActor };

/**
 * Opens a login for the address, or takes the existing one when asked to link it, whose password ends by that unless it was chosen behind a link to the address; refuses an address
 * in use otherwise.
 */
export async function loginFor({ tx, actor }: Context, wanted: Wanted): Promise<FoundLogin> {
  const opened = await openLogin(tx, actor.organisationId, wanted.email);
  if (opened) return { loginId: opened, isNew: true, isActive: false };
  const existing = await findByEmail(tx, wanted);
  if (!existing || !existing.canLink || !wanted.link) throw emailInUse(existing);
  const { loginId } = existing;
  const ended = await endUnprovenPasswords(tx, actor, [loginId]);
  return { loginId, isNew: false, isActive: existing.isActive && ended.length === 0 };
}

// The unique index decides who was first. No target is named: naming one demands to see the row, and a login without a
// contact is seen by nobody with limited reach.
async function openLogin(tx: Tx, organisationId: string, email: string): Promise<string | null> {
  const id = newId();
  const { rowCount } = await tx.insert(logins).values({ organisationId, id, email }).onConflictDoNothing();
  return rowCount ? id : null;
}

/** The contact with that address to name in a refusal: at the same company if there is one, else any that can be seen. */
export async function findByEmail(
  tx: Tx,
  { companyId, email }: Pick<Wanted, "companyId" | "email">,
): Promise<(ExistingContact & { loginId: string; isActive: boolean }) | null> {
  const [found] = await tx
    .select({
      loginId: logins.id,
      isActive: sql<boolean>`${logins.passwordHash} IS NOT NULL`,
      contactId: contacts.id,
      name: contacts.name,
      companyId: companies.id,
      companyName: companies.name,
    })
    .from(logins)
    .innerJoin(
      contacts,
      and(eq(contacts.organisationId, logins.organisationId), eq(contacts.loginId, logins.id)),
    )
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(eq(logins.email, email))
    .orderBy(desc(eq(companies.id, companyId)), companies.name, contacts.id)
    .limit(1);
  return found ? { ...found, canLink: found.companyId !== companyId } : null;
}

/** The refusal of an address that is in use, with the contact that has it when that one can be seen. */
export function emailInUse(existing: ExistingContact | null): Refusal {
  if (!existing) {
    const unseen =
      "This e-mail address belongs to somebody at a company that you do not see. Ask an administrator to link their login.";
    return new Refusal("conflict", unseen, { email: unseen });
  }
  const { contactId, name, companyName, canLink } = existing;
  const seen = `This e-mail address belongs to ${name}, a contact of ${companyName}, already.`;
  const details: RefusalDetails = { contactId, name, companyName, canLink };
  return new Refusal("conflict", seen, { email: seen }, details);
}

/** Turns the database's refusal of a login's second contact at one company into one to show. */
export function refuseSecondContact(error: unknown): never {
  if (violatedConstraint(error) !== "contacts_login_once_per_company") throw error;
  const message = "This e-mail address belongs to another contact of this company already.";
  throw new Refusal("conflict", message, { email: message });
}
