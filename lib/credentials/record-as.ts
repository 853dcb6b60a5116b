import type { ContactActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record, recording } from "@/lib/audit/record";

type Someone = { organisationId: string; loginId: string; id: string; companyId: string; name: string };

function eventOf({ organisationId, loginId, id: contactId, companyId, name }: Someone, act: string) {
  const actor: ContactActor = {
    ...{ kind: "contact", organisationId, loginId, contactId, companyId, name },
    companyIds: [companyId],
  };
  return [actor, { act, contactId, companyId, subject: name }] as const;
}

/** Puts on record what a contact did who, a moment before, was nobody: the act is theirs and not the system's. */
export const recordAs = (tx: Tx, someone: Someone, act: string): Promise<void> =>
  record(tx, ...eventOf(someone, act));

/** The statement that does what `recordAs` does; for what is sent at once. */
export const recordingAs = (someone: Someone, act: string) => recording(...eventOf(someone, act));
