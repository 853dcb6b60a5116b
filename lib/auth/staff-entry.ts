import type { z } from "zod";
import type { Tx } from "@/db/as-actor";
import { endSession } from "@/lib/sessions/end-sessions";
import type { Origin } from "@/lib/sessions/open-session";
import { activateStaff } from "@/lib/staff/activate-staff";
import type { activateStaffInput, signInStaffInput } from "@/lib/staff/input";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { clearSessionCookie, setSessionCookie } from "./next-auth";

/** Signs a staff user in and gives this browser the cookie. */
export async function enterAsStaff(
  { origin }: { origin: Origin },
  input: z.output<typeof signInStaffInput>,
): Promise<null> {
  await setSessionCookie("staff", await signInStaff(origin, input));
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
