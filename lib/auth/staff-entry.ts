import type { z } from "zod";
import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import { endSession } from "@/lib/sessions/end-sessions";
import type { Origin } from "@/lib/sessions/open-session";
import { activateStaff } from "@/lib/staff/activate-staff";
import type { activateStaffInput, passCodeInput, signInStaffInput } from "@/lib/staff/input";
import { passSecondFactor } from "@/lib/staff/pass-second-factor";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { clearSessionCookie, setSessionCookie } from "./next-auth";
import { clearSecondStep, readSecondStep, setSecondStep } from "./second-step";

/** Looks at a staff user's password and gives this browser the cookie of their session or, when a code is asked for too, of the second step. */
export async function enterAsStaff(
  { origin }: { origin: Origin },
  input: z.output<typeof signInStaffInput>,
): Promise<{ needsCode: boolean }> {
  const outcome = await signInStaff(origin, input);
  if ("awaited" in outcome) await setSecondStep(outcome.awaited);
  else await setSessionCookie("staff", outcome);
  return { needsCode: "awaited" in outcome };
}

/** Signs in whoever this browser's password was right for, by their code. */
export async function enterByCode(
  { origin }: { origin: Origin },
  input: z.output<typeof passCodeInput>,
): Promise<null> {
  const awaited = await readSecondStep();
  if (!awaited)
    throw new Refusal("expired", "Too much time has passed since you entered your password. Sign in again.");
  await setSessionCookie("staff", await passSecondFactor(origin, awaited, input));
  await clearSecondStep();
  return null;
}

/** Has an invited colleague choose their password by the link they were sent, and gives this browser the cookie. */
export async function enterByInvitation(
  { origin }: { origin: Origin },
  input: z.output<typeof activateStaffInput>,
): Promise<null> {
  await setSessionCookie("staff", await activateStaff(origin, input));
  return null;
}

/** Ends this browser's staff session and takes the cookie off. */
export async function leaveAsStaff({
  tx,
  session,
}: {
  tx: Tx;
  session: { sessionId: string };
}): Promise<null> {
  await endSession(tx, session.sessionId, "signed out");
  await clearSessionCookie("staff");
  return null;
}
