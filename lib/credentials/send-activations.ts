import { inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, logins } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { enqueueMails } from "@/lib/mail/enqueue";
import { createTokens } from "@/lib/tokens/create-token";
import { whyNot } from "./demand-credential";
import type { sendActivationsInput } from "./input";
import { listCredentialsOf, type Credential } from "./queries";

/** What became of one chosen contact: queued, or why not. */
export type ActivationOutcome = { contactId: string; name: string; why?: string };

type Context = { tx: Tx; actor: StaffActor };
type Invited = Credential & { loginId: string; email: string };

/**
 * Sends the activation e-mail to those of the chosen contacts whom it fits, all in one transaction, and says of each whether it is queued
 * or why it is not. Who signs in for several companies is sent one link.
 */
export async function sendActivations(
  { tx, actor }: Context,
  { contactIds }: z.output<typeof sendActivationsInput>,
): Promise<{ outcomes: ActivationOutcome[] }> {
  const ids = [...new Set(contactIds)];
  await lockLogins(tx, ids);
  const credentials = await listCredentialsOf(tx, ids);
  const invited = new Map<string, Invited>();
  const outcomes = ids.map((contactId): ActivationOutcome => {
    const credential = credentials.get(contactId);
    if (!credential) return { contactId, name: "", why: "A contact is gone, or is not yours to invite." };
    const { name, loginId, email } = credential;
    if (!credential.acts.includes("send-activation") || !loginId || !email)
      return { contactId, name, why: whyNot(credential, "send-activation") };
    const other = invited.get(loginId);
    if (other) return { contactId, name, why: sameLogin(name, other) };
    invited.set(loginId, { ...credential, loginId, email });
    return { contactId, name };
  });
  await invite({ tx, actor }, [...invited.values()]);
  return { outcomes };
}

const sameLogin = (name: string, { companyName }: Credential) =>
  `${name} is sent one link, for ${companyName}: it opens every company they sign in for.`;

// In one order, so that two such acts never wait for each other in a circle.
async function lockLogins(tx: Tx, ids: string[]): Promise<void> {
  const ofContacts = tx
    .select({ id: contacts.loginId })
    .from(contacts)
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`);
  await tx
    .select({ id: logins.id })
    .from(logins)
    .where(inArray(logins.id, ofContacts))
    .orderBy(logins.id)
    .for("no key update");
}

async function invite({ tx, actor }: Context, people: Invited[]): Promise<void> {
  if (people.length === 0) return;
  const { organisationId } = actor;
  const whose = people.map(({ contactId, companyId, loginId }) => ({ contactId, companyId, loginId }));
  const tokenIds = await createTokens(
    tx,
    actor,
    "activation",
    people.map(({ email }, at) => ({ ...whose[at], email })),
  );
  await enqueueMails(
    tx,
    people.map(({ email, name }, at) => ({
      ...{ ...whose[at], organisationId, tokenId: tokenIds[at] },
      template: "account-activation",
      to: { address: email, name },
    })),
  );
  await recordAll(
    tx,
    actor,
    people.map(({ contactId, companyId, name, email }) => ({
      ...{ act: "contact.activation-sent", contactId, companyId, subject: name },
      after: { email },
    })),
  );
}
