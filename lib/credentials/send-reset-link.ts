import type { z } from "zod";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { createToken } from "@/lib/tokens/create-token";
import { demandLogin } from "./demand-credential";
import type { contactInput } from "./input";

type Whose = { loginId: string; contactId: string; companyId: string; name: string; email: string };

/** Puts a link to choose a new password on its way to the login's own address, and on record. */
export async function mailResetLink(tx: Tx, actor: Actor, { name, email, ...whose }: Whose): Promise<void> {
  const { contactId, companyId } = whose;
  const tokenId = await createToken(tx, actor, { ...whose, purpose: "contact-reset", email });
  await enqueueMail(tx, {
    ...{ ...whose, tokenId, organisationId: actor.organisationId },
    template: "password-reset",
    to: { address: email, name },
  });
  await record(tx, actor, {
    act: "contact.reset-sent",
    contactId,
    companyId,
    subject: name,
    after: { email },
  });
}

/** Sends a contact the link with which they choose a new password; until they do, the old one works. */
export async function sendResetLink(
  { tx, actor }: { tx: Tx; actor: Actor },
  { contactId }: z.output<typeof contactInput>,
) {
  const { loginId, companyId, name, email } = await demandLogin(tx, contactId, "send-reset-link");
  await mailResetLink(tx, actor, { loginId, contactId, companyId, name, email });
  return { name, email };
}
