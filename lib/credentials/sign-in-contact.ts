import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { asSystemAtOnce } from "@/db/at-once";
import { loggingForLogin } from "@/lib/activity/log-activity";
import { findLastContactId, openContactsOf } from "@/lib/logins/queries";
import { findingLogin, loginIn, notingSignIn, type LoginWithContacts } from "@/lib/logins/statements";
import { verifyPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/errors";
import { endSession } from "@/lib/sessions/end-sessions";
import { openingSession, type Origin } from "@/lib/sessions/open-session";
import { forgetting } from "@/lib/throttle/attempts";
import { countingSignIn, demandTurn } from "@/lib/throttle/sign-in-attempts";
import { forgetAttempts } from "@/lib/throttle/throttle";
import { demandPortal } from "./demand-portal";
import type { signInContactInput } from "./input";
import { loginKey } from "./queries";
import { recordingAs } from "./record-as";

const WHY = "portal sign-in";

/** The one answer to every sign-in that fails, so that it tells nothing about who exists. */
export const SIGN_IN_REFUSED =
  "This e-mail and password do not open an account here. Check both, or choose “Forgot password”.";

type Contact = LoginWithContacts["contacts"][number];

/**
 * Signs a contact in for the company they were last in, and returns the session that was opened. The answer and the work are the same for an
 * unknown e-mail, a wrong password and a deactivated contact; more is said only to whoever knows the password.
 */
export async function signInContact(origin: Origin, input: z.output<typeof signInContactInput>) {
  const { id: organisationId, slug } = await demandPortal(input.organisation);
  const key = loginKey(organisationId, input.email);
  const [counted, found] = await asSystemAtOnce(WHY, organisationId, [
    countingSignIn(origin.address, key),
    findingLogin(input.email),
  ]);
  await demandTurn(counted, key);
  const login = loginIn(found);
  const matches = await verifyPassword(login?.passwordHash, input.password);
  if (!login || !matches || !login.contacts.some((contact) => contact.isActive)) {
    logFailure(organisationId, login, origin);
    throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  }
  const open = openContactsOf(login);
  if (open.length === 0 || hasExpired(login)) {
    await forgetAttempts(key);
    throw open.length === 0 ? closed(login) : expired();
  }
  const contact = await chooseContact(organisationId, login, open);
  const owner = { organisationId, loginId: login.id };
  const session = openingSession({ kind: "contact", ...owner, contactId: contact.id }, origin);
  const [noted] = await asSystemAtOnce(WHY, organisationId, [
    notingSignIn(login),
    ...recordingAs({ ...owner, ...contact }, "contact.signed-in", origin.address),
    forgetting(key),
    session.statement,
  ]);
  // Replaced while it was looked at: what the new password ended could not yet include this session.
  if (noted.length === 0) {
    await asSystem(WHY, organisationId, (tx) => endSession(tx, session.id, "password replaced"));
    throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  }
  const mustChangePassword = login.temporaryUntil !== null;
  return { organisationId, sessionId: session.id, slug, mustChangePassword };
}

// Nobody waits for it: how long the answer takes must not tell whether there is a company whose log it could be written to.
function logFailure(organisationId: string, login: LoginWithContacts | null, { address }: Origin): void {
  const failure = { level: "warning", source: "sign-in", message: "could not sign in" } as const;
  const statement = loggingForLogin(login?.id ?? newId(), { ...failure, details: { address } });
  asSystemAtOnce(WHY, organisationId, [statement]).catch((error: unknown) =>
    log.error({ err: error }, "A failed sign-in could not be logged"),
  );
}

function closed(login: LoginWithContacts): Refusal {
  const names = login.contacts.filter((contact) => contact.isActive).map((contact) => contact.companyName);
  return new Refusal(
    "forbidden",
    `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} closed here, so nobody can sign in for it any more. If that is wrong, ask your contact person.`,
  );
}

const hasExpired = ({ temporaryUntil }: LoginWithContacts) =>
  temporaryUntil !== null && temporaryUntil <= clock.now();

const expired = () =>
  new Refusal(
    "expired",
    "Your temporary password has expired. Choose “Forgot password” and we send you a link to set your own.",
  );

// Nobody's first visit begins at whichever company comes first in the alphabet: it begins where they were first a contact.
async function chooseContact(organisationId: string, login: LoginWithContacts, open: Contact[]) {
  const first = open.reduce((one, other) => (other.id < one.id ? other : one));
  if (open.length === 1) return first;
  const lastId = await asSystem(WHY, organisationId, (tx) => findLastContactId(tx, login.id));
  return open.find(({ id }) => id === lastId) ?? first;
}
