import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { SystemActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { logins } from "@/db/schema";
import { recordAs } from "./record-as";
import {
  findLastContactId,
  findLoginByEmail,
  openContactsOf,
  type LoginWithContacts,
} from "@/lib/logins/queries";
import { verifyPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { openSession, type Origin } from "@/lib/sessions/open-session";
import { countAddress, countAttempt, forgetAttempts } from "@/lib/throttle/throttle";
import { demandPortal } from "./demand-portal";
import type { signInContactInput } from "./input";
import { loginKey } from "./queries";

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
  await countAddress(origin.address);
  const { id: organisationId, slug } = await demandPortal(input.organisation);
  const key = loginKey(organisationId, input.email);
  await countAttempt(key);
  const login = await asSystem(WHY, organisationId, (tx) => findLoginByEmail(tx, input.email));
  const matches = await verifyPassword(login?.passwordHash, input.password);
  if (!login || !matches || !login.contacts.some((contact) => contact.isActive))
    throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  const open = openContactsOf(login);
  await forgetAttempts(key);
  refuseClosed(login, open);
  refuseExpired(login);
  const sessionId = await asSystem(WHY, organisationId, (tx, actor) => enter(tx, actor, login, open, origin));
  return { organisationId, sessionId, slug, mustChangePassword: login.temporaryUntil !== null };
}

function refuseClosed(login: LoginWithContacts, open: Contact[]): void {
  if (open.length > 0) return;
  const names = login.contacts.filter((contact) => contact.isActive).map((contact) => contact.companyName);
  throw new Refusal(
    "forbidden",
    `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} closed here, so nobody can sign in for it any more. If that is wrong, ask your contact person.`,
  );
}

function refuseExpired({ temporaryUntil }: LoginWithContacts): void {
  if (temporaryUntil && temporaryUntil <= clock.now())
    throw new Refusal(
      "expired",
      "Your temporary password has expired. Choose “Forgot password” and we send you a link to set your own.",
    );
}

async function enter(
  tx: Tx,
  { organisationId }: SystemActor,
  login: LoginWithContacts,
  open: Contact[],
  origin: Origin,
) {
  const lastId = open.length > 1 ? await findLastContactId(tx, login.id) : null;
  // Nobody's first visit begins at whichever company comes first in the alphabet: it begins where they were first a contact.
  const first = open.reduce((one, other) => (other.id < one.id ? other : one));
  const contact = open.find(({ id }) => id === lastId) ?? first;
  await tx.update(logins).set({ lastSignInAt: clock.now() }).where(eq(logins.id, login.id));
  await recordAs(tx, { organisationId, loginId: login.id, ...contact }, "contact.signed-in");
  return openSession(
    tx,
    { kind: "contact", organisationId, loginId: login.id, contactId: contact.id },
    origin,
  );
}
