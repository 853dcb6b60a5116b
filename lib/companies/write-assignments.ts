import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/platform/clock";
import { anyAsked, changing, type Wanted } from "./assignment-plan";
import { assignmentMessage } from "./log-assignment";

/**
 * The CTEs that write what was `judged`, and with it what a single grant writes: an audit event and a line in the activity log for each
 * colleague and company.
 */
export function writingAssignments({ actor, colleagues, level }: Wanted): SQL {
  const at = sql`${clock.now().toISOString()}::timestamptz`;
  const by = sql`${actor.staffId}::uuid`;
  const names = sql`unnest(${sql.param(colleagues.map(({ id }) => id))}::uuid[], ${sql.param(colleagues.map(({ name }) => name))}::text[])`;
  return sql`
    taken AS (
      DELETE FROM assignments a USING judged
      WHERE a.organisation_id = app_organisation() AND a.company_id = ${anyAsked} AND a.company_id = judged.company_id AND a.staff_id = judged.staff_id AND judged.verdict = 'removed'),
    granted AS (
      INSERT INTO assignments (organisation_id, staff_id, company_id, level, granted_by)
      SELECT app_organisation(), staff_id, company_id, ${level}, ${by} FROM judged WHERE verdict IN ('added', 'changed')
      ON CONFLICT (organisation_id, staff_id, company_id) DO UPDATE SET level = excluded.level, granted_by = excluded.granted_by),
    done AS MATERIALIZED (
      SELECT judged.*, colleague.name FROM judged JOIN ${names} AS colleague (id, name) ON colleague.id = judged.staff_id WHERE verdict IN ${changing}),
    recorded AS (
      INSERT INTO audit_events (organisation_id, id, at, actor_kind, actor_id, actor_name, act, subject, company_id, staff_id, before, after)
      SELECT app_organisation(), gen_random_uuid(), ${at}, 'staff', ${by}, ${actor.name},
        CASE verdict WHEN 'added' THEN 'company.assigned' WHEN 'removed' THEN 'company.unassigned' ELSE 'company.assignment-changed' END,
        name, company_id, staff_id, jsonb_build_object('level', before), jsonb_build_object('level', ${level}::text) FROM done),
    logged AS (
      INSERT INTO company_events (organisation_id, id, company_id, at, level, source, message)
      SELECT company.organisation_id, gen_random_uuid(), company.id, ${at}, 'information', 'company', ${assignmentMessage(actor, level)}
      FROM companies company JOIN done ON done.company_id = company.id
      WHERE company.organisation_id = app_organisation() AND company.id = ${anyAsked} AND log_admits(company.log_level, 'information'))`;
}
