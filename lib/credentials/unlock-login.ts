import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { forgetAttemptsIn } from "@/lib/throttle/attempts";
import { demandLogin } from "./demand-credential";
import type { contactInput } from "./input";
import { loginKey } from "./queries";

/** Ends the wait or the lock that failed sign-ins have put on a contact's login; the password stays. */
export async function unlockLogin(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { contactId }: z.output<typeof contactInput>,
) {
  const { name, email, companyId } = await demandLogin(tx, contactId, "unlock");
  await forgetAttemptsIn(tx, loginKey(actor.organisationId, email));
  await record(tx, actor, { act: "contact.unlocked", contactId, companyId, subject: name });
  return { name };
}
