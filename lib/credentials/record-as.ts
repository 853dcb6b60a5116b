import type { ContactActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { runStatement, type Statement } from "@/db/statement";
import { logging, type Activity } from "@/lib/activity/log-activity";
import { recording } from "@/lib/audit/record";

type Someone = { organisationId: string; loginId: string; id: string; companyId: string; name: string };

/** What contacts do who, a moment before, were nobody, and how the company's activity log says it. */
const acts = {
  "contact.signed-in": { source: "sign-in", done: "signed in" },
  "contact.activated": { source: "activation", done: "activated their login" },
  "contact.password-reset": { source: "sign-in", done: "chose a new password by link" },
} as const satisfies Record<string, { source: Activity["source"]; done: string }>;

/** The statements that do what `recordAs` does; for what is sent at once. */
export function recordingAs(
  { organisationId, loginId, id: contactId, companyId, name }: Someone,
  act: keyof typeof acts,
  address = "",
): [Statement, Statement] {
  const actor: ContactActor = {
    ...{ kind: "contact", organisationId, loginId, contactId, companyId, name },
    companyIds: [companyId],
  };
  const { source, done } = acts[act];
  return [
    recording(actor, { act, contactId, companyId, subject: name }),
    logging({
      ...{ companyId, contactId, level: "information", source, message: `${name} ${done}` },
      details: address ? { address } : undefined,
    }),
  ];
}

/**
 * Puts on record, and into the company's activity log, what a contact did who, a moment before, was nobody: the act is theirs and not the
 * system's.
 */
export async function recordAs(
  tx: Tx,
  someone: Someone,
  act: keyof typeof acts,
  address = "",
): Promise<void> {
  for (const statement of recordingAs(someone, act, address)) await runStatement(tx, statement);
}
