import { sql } from "drizzle-orm";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { totalOf, type OutcomeCounts } from "./count-outcomes";
import type { Work } from "./work";

const sideOf = (side: 0 | 1) =>
  sql`(SELECT jsonb_object_agg(key, value -> ${side}::int) FROM jsonb_each(coalesce(r.company_changes, '{}') || coalesce(r.contact_changes, '{}')))`;

/**
 * Puts an import on record: one event for all of it, and one for each company or contact that it made or changed, where people
 * look for what happened to it. A company that was made says whence; what it held at first is what it holds less later changes.
 */
export async function recordRows({ tx, actor, plan }: Work, outcome: OutcomeCounts): Promise<void> {
  const { runId, fileName, kind, mode } = plan;
  const source = sql`jsonb_build_object('import', ${runId}::text, 'file', ${fileName}::text, 'line', s.line)`;
  await tx.execute(sql`
    INSERT INTO audit_events (organisation_id, id, at, actor_kind, actor_id, actor_name, act, company_id, contact_id, subject, before, after)
    SELECT ${actor.organisationId}, s.event_id, ${clock.now().toISOString()}, 'staff', ${actor.staffId}, ${actor.name},
      CASE WHEN r.is_new THEN 'company.created' WHEN r.company_changes IS NOT NULL THEN 'company.updated'
        WHEN r.adds_contact THEN 'contact.added' ELSE 'contact.updated' END,
      r.company_id, CASE WHEN r.adds_contact OR r.contact_changes IS NOT NULL THEN r.contact_id END,
      CASE WHEN r.is_new OR r.company_changes IS NOT NULL THEN coalesce(nullif(s.name, ''), s.code) ELSE s."contactName" END,
      CASE WHEN NOT r.is_new THEN ${sideOf(0)} END, CASE WHEN r.is_new THEN ${source} ELSE ${sideOf(1)} || ${source} END
    FROM staged s JOIN resolved r ON r.line = s.line WHERE r.outcome IN ('create', 'update') ORDER BY s.line`);
  await record(tx, actor, {
    act: "import.done",
    subject: fileName,
    after: { import: runId, kind, mode, rows: totalOf(outcome), ...outcome },
  });
}
