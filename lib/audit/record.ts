import type { Actor } from "@/db/actor";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { auditEvents } from "@/db/schema";
import { builder, runStatement, statementOf, type Statement } from "@/db/statement";
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

const { placeholder } = sql;

const addEvent = statementOf<typeof auditEvents.$inferInsert>(
  "audit event",
  builder.insert(auditEvents).values({
    organisationId: placeholder("organisationId"),
    id: placeholder("id"),
    at: placeholder("at"),
    actorKind: placeholder("actorKind"),
    actorId: placeholder("actorId"),
    actorName: placeholder("actorName"),
    act: placeholder("act"),
    companyId: placeholder("companyId"),
    contactId: placeholder("contactId"),
    staffId: placeholder("staffId"),
    subject: placeholder("subject"),
    before: placeholder("before"),
    after: placeholder("after"),
  }),
);

const common = (actor: Actor) => ({
  organisationId: actor.organisationId,
  actorKind: actor.kind,
  ...author(actor),
  at: clock.now(),
});

/** The statement that writes an audit event; for what is sent at once, which else is `record`. */
export const recording = (actor: Actor, event: AuditEvent): Statement =>
  addEvent({ subject: "", ...common(actor), ...event, id: newId() });

/** Writes an audit event in the caller's transaction, so that it stands exactly when the act does. */
export async function record(tx: Tx, actor: Actor, event: AuditEvent): Promise<void> {
  await runStatement(tx, recording(actor, event));
}

/** Writes any number of audit events in one statement. */
export async function recordAll(tx: Tx, actor: Actor, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { organisationId, actorKind, actorId, actorName, at } = common(actor);
  const rows = events.map((event) => ({
    ...{
      id: newId(),
      act: event.act,
      subject: event.subject ?? "",
      before: event.before,
      after: event.after,
    },
    ...{ company_id: event.companyId, contact_id: event.contactId, staff_id: event.staffId },
  }));
  // As one value: the protocol takes 65,535 of them, which are used up by 5,000 events.
  await tx.execute(sql`
    INSERT INTO audit_events (organisation_id, at, actor_kind, actor_id, actor_name, id, act, subject, company_id, contact_id, staff_id, before, after)
    SELECT ${organisationId}::uuid, ${at.toISOString()}::timestamptz, ${actorKind}, ${actorId}::uuid, ${actorName}, *
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS event(id uuid, act text, subject text, company_id uuid, contact_id uuid, staff_id uuid, before jsonb, after jsonb)`);
}
