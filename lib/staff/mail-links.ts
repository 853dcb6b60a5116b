import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { enqueueMail } from "@/lib/mail/enqueue";
import type { TemplateName } from "@/lib/mail/templates";
import { createToken } from "@/lib/tokens/create-token";

type Whom = { id: string; name: string; email: string };

async function mailLink(
  tx: Tx,
  actor: Actor,
  { id: staffId, name, email }: Whom,
  purpose: "staff-activation" | "staff-reset",
  template: TemplateName,
): Promise<void> {
  const tokenId = await createToken(tx, actor, { purpose, staffId, email });
  const { organisationId } = actor;
  await enqueueMail(tx, { organisationId, template, to: { address: email, name }, staffId, tokenId });
}

/** Puts the link with which a colleague chooses their first password on its way; earlier ones stop working. */
export const mailInvitation = (tx: Tx, actor: Actor, to: Whom) =>
  mailLink(tx, actor, to, "staff-activation", "staff-activation");

/** Puts a link to choose a new password on its way; until it is used, the old one works. */
export const mailStaffReset = (tx: Tx, actor: Actor, to: Whom) =>
  mailLink(tx, actor, to, "staff-reset", "password-reset");
