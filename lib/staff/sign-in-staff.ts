import type { z } from "zod";
import { eq } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { verifyPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { openSession, type Origin } from "@/lib/sessions/open-session";
import { forgetAttemptsIn } from "@/lib/throttle/attempts";
import { accountKey, countAddress, countAttempt } from "@/lib/throttle/throttle";
import type { signInStaffInput } from "./input";
import { findStaffByEmail } from "./queries";

/** The one answer to every sign-in that fails, so that it tells nothing about who exists. */
export const SIGN_IN_REFUSED =
  "This e-mail and password do not open an account here. Check both, or choose “Forgot password”.";

/** Signs a staff user in and returns the session that was opened; the work is the same whether the e-mail is known or not. */
export async function signInStaff(origin: Origin, input: z.output<typeof signInStaffInput>) {
  const key = accountKey("staff", "", input.email);
  await countAddress(origin.address);
  await countAttempt(key);
  const found = await asSystem("staff sign-in", "any", (tx) => findStaffByEmail(tx, input.email));
  const matches = await verifyPassword(found?.passwordHash, input.password);
  if (!found || !matches || found.deactivatedAt) throw new Refusal("unauthenticated", SIGN_IN_REFUSED);
  const sessionId = await asSystem("staff sign-in", found.organisationId, async (tx) => {
    await tx
      .update(staffUsers)
      .set({ lastSignInAt: clock.now(), failedSignIns: 0 })
      .where(eq(staffUsers.id, found.id));
    const author = {
      kind: "staff",
      organisationId: found.organisationId,
      staffId: found.id,
      name: found.name,
    } as const;
    await record(
      tx,
      { ...author, reach: "all", roles: [] },
      { act: "staff.signed-in", staffId: found.id, subject: found.name },
    );
    await forgetAttemptsIn(tx, key);
    return openSession(tx, author, origin);
  });
  return { organisationId: found.organisationId, sessionId };
}
