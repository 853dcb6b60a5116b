import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { auditEvents } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

/** One act to put on record; `before` and `after` hold only what changed, and never a secret. */
export type AuditEvent = {
  act: string;
  subject?: string;
  companyId?: string | null;
  contactId?: string | null;
  staffId?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

function author(actor: Actor) {
  if (actor.kind === "staff") return { actorId: actor.staffId, actorName: actor.name };
  if (actor.kind === "contact") return { actorId: actor.contactId, actorName: actor.name };
  return { actorId: null, actorName: `Portico (${actor.reason})` };
}

/** Writes an audit event in the caller's transaction, so that it stands exactly when the act does. */
export async function record(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  await recordAll(tx, actor, [event]);
}

/** Writes many audit events in one statement. */
export async function recordAll(tx: Tx, actor: Actor, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const common = {
    organisationId: actor.organisationId,
    actorKind: actor.kind,
    ...author(actor),
    at: clock.now(),
  };
  await tx.insert(auditEvents).values(events.map((event) => ({ ...common, ...event, id: newId() })));
}
