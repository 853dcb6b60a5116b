import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { cancelActivation } from "@/lib/credentials/cancel-activation";
import { changeOwnPassword } from "@/lib/credentials/change-own-password";
import { deactivateContact } from "@/lib/credentials/deactivate-contact";
import { findCredential } from "@/lib/credentials/queries";
import { reactivateContact } from "@/lib/credentials/reactivate-contact";
import { sendActivation } from "@/lib/credentials/send-activation";
import { sendResetLink } from "@/lib/credentials/send-reset-link";
import { setTemporaryPassword } from "@/lib/credentials/set-temporary-password";
import { signInContact } from "@/lib/credentials/sign-in-contact";
import { unlockLogin } from "@/lib/credentials/unlock-login";
import { hashPassword } from "@/lib/passwords/hash";
import { findOpenSession } from "@/lib/sessions/queries";
import { listOpenContactsOfLogin } from "@/lib/logins/queries";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

export const OLD = "violet tractor sings on monday";
export const NEW = "copper lantern walks to harbour";
export const origin = { address: "192.0.2.7", userAgent: "Test" };

let hash: string | undefined;

/** Gives the contact's login the password OLD, as if it had been chosen a while ago. */
export async function withPassword(people: People): Promise<void> {
  hash ??= await hashPassword(OLD);
  await asSuperuser(
    "UPDATE logins SET password_hash = $1, password_set_at = now() - interval '1 day', email_proven_at = now() - interval '1 day' WHERE id = $2",
    [hash, people.loginId],
  );
}

export const signIn = (people: Pick<People, "slug" | "email">, password = OLD) =>
  signInContact(origin, { organisation: people.slug, email: people.email, password });

/** Changes the contact's password in that session, as they do on their account page. */
export const changeOwn = (
  { organisationId, loginId, contactId, companyId, slug }: People,
  sessionId: string,
  typed: { current: string; password: string },
) =>
  changeOwnPassword(
    {
      actor: {
        ...{ kind: "contact", organisationId, loginId, contactId, companyId },
        ...{ companyIds: [companyId], name: "Ana Trujillo" },
      },
      session: {
        sessionId,
        organisation: { name: "winslow Ltd", slug },
        contact: { companyName: "Parkway Cinemas" },
      },
    },
    typed,
  );

/** What staff can do, each as one transaction of `actor`. */
export function staffActs(actor: StaffActor) {
  const act = <T>(work: (context: { tx: Tx; actor: StaffActor }) => Promise<T>) =>
    asActor(actor, (tx) => work({ tx, actor }));
  return {
    activation: (contactId: string) =>
      act((context) => sendActivation(context, { contactId, template: "account-activation" })),
    cancel: (contactId: string) => act((context) => cancelActivation(context, { contactId })),
    temporary: (contactId: string, password?: string) =>
      act((context) => setTemporaryPassword(context, { contactId, password })),
    reset: (contactId: string) => act((context) => sendResetLink(context, { contactId })),
    deactivate: (contactId: string) => act((context) => deactivateContact(context, { contactId })),
    reactivate: (contactId: string) => act((context) => reactivateContact(context, { contactId })),
    unlock: (contactId: string) => act((context) => unlockLogin(context, { contactId })),
    credential: (contactId: string) => act(({ tx }) => findCredential(tx, contactId)),
  };
}

/** The secret of a fresh e-mail for the newest link that still works. */
export async function newestLink({ organisationId }: People): Promise<string> {
  const [token] = await asSuperuser<{ id: string }>(
    "SELECT id FROM tokens WHERE ended_at IS NULL AND used_at IS NULL ORDER BY id DESC LIMIT 1",
  );
  return asSystem("a test", organisationId, (tx) =>
    mintSecret(tx, { organisationId, tokenId: token?.id ?? "" }),
  );
}

/** Whether a session would still be let in by the next request, as loadContactSession decides it. */
export function isLetIn(organisationId: string, sessionId: string): Promise<boolean> {
  return asSystem("a test", organisationId, async (tx) => {
    const session = await findOpenSession(tx, sessionId, "contact");
    if (!session?.loginId) return false;
    const choices = await listOpenContactsOfLogin(tx, session.loginId);
    return choices.some((choice) => choice.contactId === session.contactId);
  });
}

/** Everything that an act on credentials could have left behind, to be compared before and after one that was refused. */
export function traces() {
  const all = (table: string) =>
    `(SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)), '[]') FROM ${table} t)`;
  const tables = ["logins", "contacts", "tokens", "mail", "audit_events", "sessions"];
  const jobs = "(SELECT count(*) FROM graphile_worker._private_jobs)";
  return asSuperuser(
    `SELECT ${[...tables.map((table) => `${all(table)} AS ${table}`), `${jobs} AS jobs`].join(", ")}`,
  );
}

/** Expects `work` to be refused as described and to have left no trace. */
export async function expectRefused(work: () => Promise<unknown>, refusal: object): Promise<void> {
  const before = await traces();
  await expect(work()).rejects.toMatchObject(refusal);
  expect(await traces()).toEqual(before);
}

/** Acts on record, the oldest first, with who did them. */
export async function actsOnRecord(): Promise<string[]> {
  const rows = await asSuperuser<{ act: string; actor_name: string }>(
    "SELECT act, actor_name FROM audit_events ORDER BY id",
  );
  return rows.map((row) => `${row.act} by ${row.actor_name}`);
}

/** The outbox as template and address, the oldest first. */
export async function outbox(): Promise<string[]> {
  const rows = await asSuperuser<{ template: string; to_address: string }>(
    "SELECT template, to_address FROM mail ORDER BY id",
  );
  return rows.map((row) => `${row.template} to ${row.to_address}`);
}
