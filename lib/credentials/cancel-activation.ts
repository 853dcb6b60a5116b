import type { z } from "zod";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { cancelToken } from "@/lib/tokens/cancel-token";
import { demandCredential } from "./demand-credential";
import type { contactInput } from "./input";

/** Withdraws a contact's open invitation: its link stops working, also when its e-mail has not gone out yet. */
export async function cancelActivation(
  { tx, actor }: { tx: Tx; actor: Actor },
  { contactId }: z.output<typeof contactInput>,
) {
  const { name, companyId, invitation } = await demandCredential(tx, contactId, "cancel-activation");
  if (!invitation) throw new Refusal("conflict", `${name} has no open invitation.`);
  await cancelToken(tx, actor, invitation.tokenId);
  await record(tx, actor, { act: "contact.activation-cancelled", contactId, companyId, subject: name });
  return { name };
}
