import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { logins } from "@/db/schema";
import { accepting } from "@/lib/logins/accepted-terms";
import { demandLength } from "@/lib/passwords/demand-length";
import { hashPassword } from "@/lib/passwords/hash";
import { passwordProblem } from "@/lib/passwords/policy";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { endLoginSessions } from "@/lib/sessions/end-sessions";
import { forgetAttemptsIn } from "@/lib/throttle/attempts";
import { endLinks } from "@/lib/tokens/end-links";
import { loginKey } from "./queries";

/** Throws a Refusal for the field `password` when others could guess it from what they know of the person. */
export function demandGoodPassword(password: string, about: readonly string[]): void {
  const problem = passwordProblem(password, about);
  if (problem) throw new Refusal("invalid", "Choose another password.", { password: problem });
}

// The current password was replaced while it was looked at.
const replacedMeanwhile = () =>
  new Refusal("invalid", "Your password has just been changed somewhere else. Nothing was changed here.", {
    current: "This is not your current password any more.",
  });

type NewPassword = {
  password: string;
  /** Set for a temporary password, which must be changed at the first sign-in. */
  temporaryUntil?: Date;
  /** Whoever chooses it has followed a link sent to the login's address. */
  byLink?: boolean;
  /** Whoever chooses a password of their own accepts by it the version of the terms that the form shows. */
  acceptsTerms?: number;
  /** Said of the sessions that this ends. */
  reason: string;
  /** The hash of the password that its owner gave as their current one: refused when it is not that any more. */
  replacing?: string | null;
  /** The session of whoever changes their own password goes on. */
  keepSession?: string;
};

/** Gives a login a new password and ends what the old one opened: its sessions, links on their way, and a lock. Returns how many sessions. */
export async function writePassword(
  tx: Tx,
  login: { organisationId: string; loginId: string; email: string },
  { password, temporaryUntil, byLink, acceptsTerms, reason, replacing, keepSession }: NewPassword,
): Promise<number> {
  // A temporary one lives for days only and is replaced by one of its owner's.
  if (!temporaryUntil) await demandLength(tx, password);
  const written = await tx
    .update(logins)
    .set({
      passwordHash: await hashPassword(password),
      passwordSetAt: clock.now(),
      temporaryUntil: temporaryUntil ?? null,
      // What is changed by the current password proves as much, or as little, as that one did.
      ...(temporaryUntil && { emailProvenAt: null }),
      ...(byLink && { emailProvenAt: clock.now() }),
      ...(acceptsTerms !== undefined && accepting(acceptsTerms)),
    })
    .where(and(eq(logins.id, login.loginId), replacing ? eq(logins.passwordHash, replacing) : undefined))
    .returning({ id: logins.id });
  if (replacing && written.length === 0) throw replacedMeanwhile();
  await endLinks(tx, { loginId: login.loginId });
  await forgetAttemptsIn(tx, loginKey(login.organisationId, login.email));
  return endLoginSessions(tx, login.loginId, reason, keepSession);
}
