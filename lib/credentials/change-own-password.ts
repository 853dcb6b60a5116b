import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { ContactActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { logins } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { verifyPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { countAttempt } from "@/lib/throttle/throttle";
import type { changeContactPasswordInput } from "./input";
import { loginKey } from "./queries";
import { mailPasswordChanged } from "./reset-contact-password";
import { demandGoodPassword, writePassword } from "./write-password";

type Session = {
  sessionId: string;
  organisation: { name: string; slug: string };
  contact: { companyName: string };
};
type Context = { actor: ContactActor; session: Session };
type Input = z.output<typeof changeContactPasswordInput>;

const WHY = "password changed by its owner";

async function findCurrent(tx: Tx, loginId: string) {
  const [login] = await tx
    .select({
      email: logins.email,
      passwordHash: logins.passwordHash,
      temporaryUntil: logins.temporaryUntil,
    })
    .from(logins)
    .where(eq(logins.id, loginId));
  return login;
}

async function demandCurrent({ organisationId, loginId }: ContactActor, current: string) {
  const login = await asSystem(WHY, organisationId, (tx) => findCurrent(tx, loginId));
  if (!login) throw new Refusal("not-found", "This account is gone.");
  await countAttempt(loginKey(organisationId, login.email));
  if (!(await verifyPassword(login.passwordHash, current)))
    throw new Refusal("invalid", "The current password is not right.", {
      current: "This is not your current password.",
    });
  if (login.temporaryUntil && login.temporaryUntil <= clock.now())
    throw new Refusal(
      "expired",
      "Your temporary password has expired. Sign out and choose “Forgot password”: we send you a link to set your own.",
    );
  return login;
}

/** Changes the password of the contact who asks, by the current or temporary one; their other sessions and open links end. */
export async function changeOwnPassword(
  { actor, session }: Context,
  { current, password, termsVersion }: Input,
) {
  const { email, passwordHash } = await demandCurrent(actor, current);
  if (password === current)
    throw new Refusal("invalid", "Choose another password.", {
      password: "This is the password you have. Choose another one.",
    });
  const { organisationId, loginId, contactId, companyId, name } = actor;
  demandGoodPassword(password, [email, name, session.contact.companyName, session.organisation.name]);
  // Links are the system's to end, and that must not come apart from the change itself.
  return asSystem(WHY, organisationId, async (tx) => {
    const ended = await writePassword(
      tx,
      { organisationId, loginId, email },
      {
        ...{ password, acceptsTerms: termsVersion ?? 0, reason: "password changed" },
        ...{ replacing: passwordHash, keepSession: session.sessionId },
      },
    );
    await record(tx, actor, { act: "contact.password-changed", contactId, companyId, subject: name });
    await mailPasswordChanged(tx, { organisationId, loginId, contactId, companyId, name, email });
    return { ended, slug: session.organisation.slug };
  });
}
