import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, logins, mail, staffUsers } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { listLocks } from "@/lib/throttle/attempts";
import { accountKey } from "@/lib/throttle/throttle";
import { newestInvitation } from "@/lib/tokens/newest-invitation";
import { credentialState, fittingActs, type CredentialAct, type CredentialState } from "./state";

/** Names a portal login in the throttle, whether or not it exists. */
export const loginKey = (organisationId: string, email: string): string =>
  accountKey("contact", organisationId, email);

const newestMail = sql<{ state: string; words: string } | null>`(
  SELECT json_build_object('state', ${mail.state}, 'words', ${mail.serverWords}) FROM ${mail}
  WHERE ${mail.organisationId} = ${contacts.organisationId} AND ${mail.tokenId} = "invitation"."id"
  ORDER BY ${mail.id} DESC LIMIT 1)`;

// Asked only of the deactivated: as a join, all staff would be read for each contact.
const nameOfDeactivator = sql<string | null>`CASE WHEN ${contacts.deactivatedBy} IS NOT NULL THEN (
  SELECT ${staffUsers.name} FROM ${staffUsers}
  WHERE ${staffUsers.organisationId} = ${contacts.organisationId} AND ${staffUsers.id} = ${contacts.deactivatedBy}) END`;

async function listRows(tx: Tx, where: SQL | undefined, limit: number, orderBy: SQL[]) {
  const invitation = newestInvitation(tx, contacts);
  return tx
    .select({
      organisationId: contacts.organisationId,
      contactId: contacts.id,
      name: contacts.name,
      companyId: contacts.companyId,
      companyName: companies.name,
      companyStatus: companies.status,
      loginId: contacts.loginId,
      email: logins.email,
      hasPassword: sql<boolean>`${logins.passwordHash} IS NOT NULL`,
      temporaryUntil: logins.temporaryUntil,
      lastSignInAt: logins.lastSignInAt,
      deactivatedAt: contacts.deactivatedAt,
      deactivatedBy: nameOfDeactivator,
      tokenId: invitation.tokenId,
      expiresAt: invitation.expiresAt,
      usedAt: invitation.usedAt,
      endedReason: invitation.endedReason,
      openedAt: invitation.openedAt,
      mail: newestMail,
    })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .leftJoin(
      logins,
      and(eq(logins.organisationId, contacts.organisationId), eq(logins.id, contacts.loginId)),
    )
    .leftJoinLateral(invitation, sql`true`)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof listRows>>[number];

/** A contact's credential: whose it is, how it stands, and what can be done about it. */
export type Credential = {
  contactId: string;
  name: string;
  companyId: string;
  companyName: string;
  isCompanyClosed: boolean;
  loginId: string | null;
  email: string | null;
  lastSignInAt: Date | null;
  deactivatedAt: Date | null;
  /** The name of the staff user who deactivated the contact. */
  deactivatedBy: string | null;
  /** The newest invitation while it is open, with how far its e-mail got and when its link was opened. */
  invitation: {
    tokenId: string;
    openedAt: Date | null;
    mail: { state: string; words: string } | null;
  } | null;
  state: CredentialState;
  acts: CredentialAct[];
};

function credentialFrom(row: Row, locks: Awaited<ReturnType<typeof listLocks>>): Credential {
  const { contactId, name, companyId, companyName, loginId, email, lastSignInAt, deactivatedAt } = row;
  const invitation = row.tokenId &&
    row.expiresAt && { expiresAt: row.expiresAt, usedAt: row.usedAt, endedReason: row.endedReason };
  const facts = {
    email,
    deactivatedAt,
    isCompanyClosed: row.companyStatus === "closed",
    hasPassword: row.hasPassword,
    temporaryUntil: row.temporaryUntil,
    invitation: invitation || null,
    lock: email ? locks.get(loginKey(row.organisationId, email)) : undefined,
  };
  const state = credentialState(facts, clock.now());
  const isInvited = state.kind === "invited" || state.kind === "invitation-expired";
  return {
    ...{ contactId, name, companyId, companyName, loginId, email, lastSignInAt, deactivatedAt },
    isCompanyClosed: facts.isCompanyClosed,
    deactivatedBy: row.deactivatedBy,
    invitation:
      isInvited && row.tokenId ? { tokenId: row.tokenId, openedAt: row.openedAt, mail: row.mail } : null,
    state,
    acts: fittingActs(facts, state),
  };
}

async function listWhere(
  tx: Tx,
  where: SQL | undefined,
  limit: number,
  orderBy: SQL[] = [],
): Promise<Credential[]> {
  const rows = await listRows(tx, where, limit, orderBy);
  const keys = rows.flatMap((row) => (row.email ? [loginKey(row.organisationId, row.email)] : []));
  const locks = await listLocks(tx, keys);
  return rows.map((row) => credentialFrom(row, locks));
}

const PAGE = 50;

/** A page of 50 of a company's credentials, by name of the contact; `at` is the cursor of another page. */
export async function listCredentials(tx: Tx, companyId: string, at?: string): Promise<Page<Credential>> {
  const cursor = readCursor(at);
  const { where, orderBy } = keyset({ by: contacts.name, id: contacts.id }, cursor);
  const found = await listWhere(tx, and(eq(contacts.companyId, companyId), where), PAGE + 1, orderBy);
  return pageOf(found, PAGE, cursor, (row) => ({ value: row.name, id: row.contactId }));
}

/** The credentials of these contacts by contact; those that cannot be seen are absent. */
export async function listCredentialsOf(
  tx: Tx,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Credential>> {
  const found = await listWhere(
    tx,
    sql`${contacts.id} = ANY (${sql.param(contactIds)}::uuid[])`,
    contactIds.length,
  );
  return new Map(found.map((credential) => [credential.contactId, credential]));
}

/** One contact's credential, or null when there is no such contact in reach. */
export async function findCredential(tx: Tx, contactId: string): Promise<Credential | null> {
  const [found] = await listWhere(tx, eq(contacts.id, contactId), 1);
  return found ?? null;
}
