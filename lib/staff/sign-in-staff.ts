import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { asSystemAtOnce } from "@/db/at-once";
import { recording } from "@/lib/audit/record";
import { verifyPassword } from "@/lib/passwords/hash";
import { Refusal } from "@/lib/platform/errors";
import { hashSecret } from "@/lib/platform/ids";
import { endSession } from "@/lib/sessions/end-sessions";
import { openingSession, type Origin } from "@/lib/sessions/open-session";
import { forgetting } from "@/lib/throttle/attempts";
import { countingSignIn, demandTurn } from "@/lib/throttle/sign-in-attempts";
import { accountKey } from "@/lib/throttle/throttle";
import type { signInStaffInput } from "./input";
import { findingStaff, notingSignIn, type Found } from "./statements";

const WHY = "staff sign-in";

/** The one answer to every sign-in that fails, so that it tells nothing about who exists. */
export const SIGN_IN_REFUSED =
  "This e-mail and password do not open an account here. Check both, or choose “Forgot password”.";

/** Somebody whose password was right and whose code is still to come; the mark is that of the password they gave. */
export type AwaitedCode = { organisationId: string; staffId: string; mark: string };

/** Tells one stored password from another without telling what it is. */
export const passwordMark = (passwordHash: string): string => hashSecret(passwordHash).slice(0, 32);

/**
 * Looks at a staff user's password and returns the session that was opened or, when they have a second factor, whose code is awaited; the
 * work is the same whether the e-mail is known or not.
 */
export async function signInStaff(
  origin: Origin,
  input: z.output<typeof signInStaffInput>,
): Promise<OpenedSession | { awaited: AwaitedCode }> {
  const key = accountKey("staff", "", input.email);
  const [counted, [found]] = await asSystemAtOnce(WHY, "any", [
    countingSignIn(origin.address, key),
    findingStaff(input.email),
  ]);
  await demandTurn(counted, key);
  const matches = await verifyPassword(found?.passwordHash, input.password);
  if (!found || !matches || !found.isActive) throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  const { organisationId, id: staffId, passwordHash } = found;
  if (found.hasSecondFactor)
    return { awaited: { organisationId, staffId, mark: passwordMark(passwordHash ?? "") } };
  return enter(origin, key, found);
}

type OpenedSession = { organisationId: string; sessionId: string };

/** Opens a session for somebody who has shown all that is asked of them, forgets their failed attempts, and puts it on record. */
export async function enter(origin: Origin, key: string, found: Found): Promise<OpenedSession> {
  const { organisationId, id: staffId, name } = found;
  const author = { kind: "staff", organisationId, staffId, name } as const;
  const session = openingSession(author, origin);
  const [noted] = await asSystemAtOnce(WHY, organisationId, [
    notingSignIn(found),
    recording({ ...author, reach: "all", roles: [] }, { act: "staff.signed-in", staffId, subject: name }),
    forgetting(key),
    session.statement,
  ]);
  // Replaced while it was looked at: what the new password ended could not yet include this session.
  if (noted.length === 0) {
    await asSystem(WHY, organisationId, (tx) => endSession(tx, session.id, "password replaced"));
    throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  }
  return { organisationId, sessionId: session.id };
}
