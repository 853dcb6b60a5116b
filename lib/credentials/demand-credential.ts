import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contacts, logins } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { findCredential, type Credential } from "./queries";
import type { CredentialAct } from "./state";

const notFitting: Record<CredentialAct, string> = {
  "send-activation": "has an active login already. Send a reset link instead.",
  "cancel-activation": "has no open invitation, so there is nothing to cancel.",
  "set-temporary-password": "cannot be given a temporary password now.",
  "send-reset-link": "has no password yet. Send the activation e-mail instead.",
  unlock: "is not locked.",
  deactivate: "is deactivated already.",
  reactivate: "is not deactivated.",
};

/** Why an act does not fit a credential, and what to do instead, as a sentence. */
export function whyNot(
  { name, email, state, companyName, isCompanyClosed }: Credential,
  act: CredentialAct,
): string {
  if (act === "deactivate" || act === "reactivate") return `${name} ${notFitting[act]}`;
  if (state.kind === "deactivated") return `${name} is deactivated. Reactivate them first.`;
  if (email === null) return `${name} has no e-mail address. Enter one on the contact’s page first.`;
  if (isCompanyClosed)
    return `${companyName} is closed, so nobody there can sign in. Open the company first.`;
  return `${name} ${notFitting[act]}`;
}

// Two acts on one login come one after the other, so that the second sees what the first did.
async function lockLogin(tx: Tx, contactId: string): Promise<void> {
  const ofContact = tx.select({ id: contacts.loginId }).from(contacts).where(eq(contacts.id, contactId));
  await tx.select({ id: logins.id }).from(logins).where(inArray(logins.id, ofContact)).for("no key update");
}

/** The contact's credential, if `act` fits how it stands; refuses with the reason and the remedy otherwise. */
export async function demandCredential(tx: Tx, contactId: string, act: CredentialAct): Promise<Credential> {
  await lockLogin(tx, contactId);
  const credential = await findCredential(tx, contactId);
  if (!credential) throw new Refusal("not-found", "There is no such contact.");
  if (!credential.acts.includes(act)) throw new Refusal("conflict", whyNot(credential, act));
  return credential;
}

/** As `demandCredential` for acts that only fit contacts with an e-mail address. */
export async function demandLogin(tx: Tx, contactId: string, act: CredentialAct) {
  const credential = await demandCredential(tx, contactId, act);
  const { loginId, email } = credential;
  if (!loginId || !email) throw new Refusal("conflict", whyNot({ ...credential, email: null }, act));
  return { ...credential, loginId, email };
}
