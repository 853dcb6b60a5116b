import type { z } from "zod";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { createToken } from "@/lib/tokens/create-token";
import { demandLogin } from "./demand-credential";
import type { sendActivationInput } from "./input";

type Context = { tx: Tx; actor: Actor };

/** Sends a contact the link with which they choose their first password; earlier links stop working. Refused when they are active already. */
export async function sendActivation(
  { tx, actor }: Context,
  { contactId, template }: z.output<typeof sendActivationInput>,
) {
  const { organisationId } = actor;
  const { name, email, loginId, companyId } = await demandLogin(tx, contactId, "send-activation");
  const whose = { loginId, contactId, companyId };
  const tokenId = await createToken(tx, actor, { ...whose, purpose: "activation", email });
  const to = { address: email, name };
  await enqueueMail(tx, { ...whose, organisationId, template, to, tokenId });
  await record(tx, actor, {
    act: "contact.activation-sent",
    ...{ contactId, companyId, subject: name },
    after: { email },
  });
  return { name, email };
}
