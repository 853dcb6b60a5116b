import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor, StaffActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { demandLength } from "@/lib/passwords/demand-length";
import { hashPassword } from "@/lib/passwords/hash";
import { passwordProblem } from "@/lib/passwords/policy";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { endStaffSessions } from "@/lib/sessions/end-sessions";
import { accountKey, forgetAttempts } from "@/lib/throttle/throttle";
import { endLinks } from "@/lib/tokens/end-links";
import { findToken } from "@/lib/tokens/find-token";
import { useToken } from "@/lib/tokens/use-token";
import { demandOwnPassword } from "./demand-own-password";
import type { changeOwnPasswordInput, resetStaffPasswordInput } from "./input";
import { findStaffPassword } from "./queries";

type Staff = NonNullable<Awaited<ReturnType<typeof findStaffPassword>>>;

function demandGoodPassword(password: string, staff: Staff): void {
  const problem = passwordProblem(password, [staff.email, staff.name, staff.organisationName]);
  if (problem) throw new Refusal("invalid", "Choose another password.", { password: problem });
}

// A current password that was given is to be the current one still, after the time that looking at it took.
async function writePassword(
  tx: Tx,
  actor: Actor,
  staff: Staff,
  password: string,
  replacing?: string | null,
): Promise<void> {
  await demandLength(tx, password);
  const written = await tx
    .update(staffUsers)
    .set({ passwordHash: await hashPassword(password), passwordSetAt: clock.now(), failedSignIns: 0 })
    .where(and(eq(staffUsers.id, staff.id), replacing ? eq(staffUsers.passwordHash, replacing) : undefined))
    .returning({ id: staffUsers.id });
  if (replacing && written.length === 0)
    throw new Refusal(
      "invalid",
      "Your password has just been changed somewhere else. Nothing was changed here.",
      {
        current: "This is not your current password any more.",
      },
    );
  await record(tx, actor, { act: "staff.password-changed", staffId: staff.id, subject: staff.name });
  await enqueueMail(tx, {
    organisationId: actor.organisationId,
    template: "password-changed",
    to: { address: staff.email, name: staff.name },
    staffId: staff.id,
    data: { happenedAt: clock.now().toISOString() },
  });
}

/** Sets a staff user's password by the link they were sent, once, and ends all their sessions; returns their e-mail. */
export async function resetStaffPassword(_: unknown, input: z.output<typeof resetStaffPasswordInput>) {
  const found = await findToken(input.secret);
  if (!found || found.token.purpose !== "staff-reset" || !found.token.staffId)
    throw new Refusal("expired", "This link is not known. Ask for a fresh one.");
  const { staffId } = found.token;
  const email = await asSystem("password reset by link", found.organisationId, async (tx, actor) => {
    const staff = await findStaffPassword(tx, staffId);
    if (!staff) throw new Refusal("expired", "This link does not work any more. Ask an administrator.");
    demandGoodPassword(input.password, staff);
    await useToken(tx, found.token.id);
    await writePassword(tx, actor, staff, input.password);
    // An invitation that is open still would set another password, and asks for no code.
    await endLinks(tx, { staffId });
    await endStaffSessions(tx, staffId, "password reset");
    return staff.email;
  });
  await forgetAttempts(accountKey("staff", "", email));
  return { email };
}

type Context = { actor: StaffActor; session: { sessionId: string } };

const WHY = "password changed by its owner";

/** Changes the password of the staff user who asks, by their current one; their other sessions and open links end. */
export async function changeStaffPassword(
  { actor, session }: Context,
  input: z.output<typeof changeOwnPasswordInput>,
) {
  const { organisationId, staffId } = actor;
  const staff = await demandOwnPassword(actor, input.current, WHY);
  const key = accountKey("staff", "", staff.email);
  demandGoodPassword(input.password, staff);
  // Links are the system's to end, and that must not come apart from the change itself.
  const ended = await asSystem(WHY, organisationId, async (tx) => {
    await writePassword(tx, actor, staff, input.password, staff.passwordHash);
    await endLinks(tx, { staffId });
    return endStaffSessions(tx, staffId, "password changed", session.sessionId);
  });
  // Else whoever knows the password, but has no code, could guess on and on.
  if (!staff.hasSecondFactor) await forgetAttempts(key);
  return { ended };
}
