import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { asSystem, type Tx } from "@/db/as-actor";
import type { SystemActor } from "@/db/actor";
import { logins, tokens } from "@/db/schema";
import { loadAccess } from "@/lib/access/queries";
import { canUse } from "@/lib/access/resolve-access";
import { findLoginByEmail, openContactsOf } from "@/lib/logins/queries";
import { findCredential } from "./queries";
import { sendActivation } from "./send-activation";
import { sendResetLink } from "./send-reset-link";

/** The jobs that look up who asked, after they were answered. */
export const SEND_WAY_IN = "send-way-in";
export const SEND_FRESH_LINK = "send-fresh-link";

export const wayInJob = z.object({ organisationId: z.uuid(), email: z.string() });
export const freshLinkJob = z.object({ organisationId: z.uuid(), tokenId: z.uuid() });

const WHY = "asked for at the portal";

/**
 * Sends whoever has this e-mail what lets them in: a reset link when they have a password, else an activation link when they are invited
 * or may register. Does nothing for anybody else.
 */
export function sendWayIn({ organisationId, email }: z.output<typeof wayInJob>): Promise<void> {
  return asSystem(WHY, organisationId, (tx, actor) => sendWhatFits(tx, actor, email));
}

/** As `sendWayIn` for the holder of an old link; nothing goes to any address but the one that link went to. */
export function sendFreshLink({ organisationId, tokenId }: z.output<typeof freshLinkJob>): Promise<void> {
  return asSystem(WHY, organisationId, async (tx, actor) => {
    const [owner] = await tx
      .select({ email: tokens.email })
      .from(tokens)
      .innerJoin(
        logins,
        and(
          eq(logins.organisationId, tokens.organisationId),
          eq(logins.id, tokens.loginId),
          eq(logins.email, tokens.email),
        ),
      )
      .where(eq(tokens.id, tokenId));
    if (owner) await sendWhatFits(tx, actor, owner.email);
  });
}

async function sendWhatFits(tx: Tx, actor: SystemActor, email: string): Promise<void> {
  const login = await findLoginByEmail(tx, email);
  for (const { id: contactId } of login ? openContactsOf(login) : [])
    if (await sendToContact(tx, actor, contactId)) return;
}

async function sendToContact(tx: Tx, actor: SystemActor, contactId: string): Promise<boolean> {
  const credential = await findCredential(tx, contactId);
  if (!credential) return false;
  if (credential.acts.includes("send-reset-link")) {
    await sendResetLink({ tx, actor }, { contactId });
    return true;
  }
  // An invitation that was cancelled is not open: only who may register gets past that.
  if (!credential.invitation && !canUse(await loadAccess(tx, contactId), "canRegister")) return false;
  await sendActivation({ tx, actor }, { contactId, template: "account-activation" });
  return true;
}
