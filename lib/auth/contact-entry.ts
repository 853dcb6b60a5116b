import type { z } from "zod";
import type { Tx } from "@/db/as-actor";
import { activateLogin } from "@/lib/credentials/activate-login";
import type { activateLoginInput, signInContactInput } from "@/lib/credentials/input";
import { signInContact } from "@/lib/credentials/sign-in-contact";
import { endSession } from "@/lib/sessions/end-sessions";
import type { Origin } from "@/lib/sessions/open-session";
import { clearSessionCookie, setSessionCookie } from "./next-auth";

type FromAnywhere = { origin: Origin };

/** Signs a contact in, gives this browser the cookie, and says whether a temporary password has to be changed first. */
export async function enterAsContact({ origin }: FromAnywhere, input: z.output<typeof signInContactInput>) {
  const { slug, mustChangePassword, ...pointer } = await signInContact(origin, input);
  await setSessionCookie("contact", pointer);
  return { slug, mustChangePassword };
}

/** Activates an invited contact's login by its link and gives this browser the cookie. */
export async function enterByActivation(
  { origin }: FromAnywhere,
  input: z.output<typeof activateLoginInput>,
): Promise<null> {
  await setSessionCookie("contact", await activateLogin(origin, input));
  return null;
}

type SignedIn = { tx: Tx; session: { sessionId: string; organisation: { slug: string } } };

/** Ends this browser's portal session and takes the cookie off. */
export async function leaveAsContact({ tx, session }: SignedIn) {
  await endSession(tx, session.sessionId, "signed out");
  await clearSessionCookie("contact");
  return { slug: session.organisation.slug };
}
