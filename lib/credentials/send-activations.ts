import { inArray, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, logins, type skipReasons } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { enqueueMails } from "@/lib/mail/enqueue";
import { createTokens } from "@/lib/tokens/create-token";
import { listCredentialsOf, type Credential } from "./queries";

/** What became of one chosen contact: queued with a link, or why not. */
export type ActivationOutcome = { contactId: string; tokenId?: string; reason?: SkipReason };

/** Why a contact is sent no activation e-mail. */
export type SkipReason = (typeof skipReasons)[number];

type Context = { tx: Tx; actor: StaffActor };
type Invited = Credential & { loginId: string; email: string };

/**
 * Queues the activation e-mail for those of the chosen contacts whom it fits, all in the caller's transaction, and says of each with which
 * link or why not. Who signs in for several companies is sent one link.
 */
export async function sendActivations(
  { tx, actor }: Context,
  contactIds: readonly string[],
): Promise<ActivationOutcome[]> {
  const ids = [...new Set(contactIds)];
  await lockLogins(tx, ids);
  const credentials = await listCredentialsOf(tx, ids);
  const invited = new Map<string, Invited>();
  const outcomes = ids.map((contactId): ActivationOutcome => {
    const credential = credentials.get(contactId);
    const reason = whySkipped(credential, invited);
    if (reason || !credential?.loginId || !credential.email)
      return { contactId, reason: reason ?? "no-email" };
    const { loginId, email } = credential;
    invited.set(loginId, { ...credential, loginId, email });
    return { contactId };
  });
  const links = await invite({ tx, actor }, [...invited.values()]);
  return outcomes.map((outcome) => ({ ...outcome, tokenId: links.get(outcome.contactId) }));
}

// In the order in which a single act would refuse.
function whySkipped(
  credential: Credential | undefined,
  invited: ReadonlyMap<string, Invited>,
): SkipReason | undefined {
  if (!credential) return "gone";
  if (credential.state.kind === "deactivated") return "deactivated";
  if (!credential.loginId || !credential.email) return "no-email";
  if (credential.isCompanyClosed) return "closed";
  if (!credential.acts.includes("send-activation")) return "active";
  return invited.has(credential.loginId) ? "same-login" : undefined;
}

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

async function invite({ tx, actor }: Context, people: Invited[]): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
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
  return new Map(people.map(({ contactId }, at) => [contactId, tokenIds[at] ?? ""]));
}
