import type { ContactActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";

type Someone = { organisationId: string; loginId: string; id: string; companyId: string; name: string };

/** Puts on record what a contact did who, a moment before, was nobody: the act is theirs and not the system's. */
export function recordAs(
  tx: Tx,
  { organisationId, loginId, id: contactId, companyId, name }: Someone,
  act: string,
): Promise<void> {
  const actor: ContactActor = {
    ...{ kind: "contact", organisationId, loginId, contactId, companyId, name },
    companyIds: [companyId],
  };
  return record(tx, actor, { act, contactId, companyId, subject: name });
}
