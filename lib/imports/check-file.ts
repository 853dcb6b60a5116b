import { eq, sql } from "drizzle-orm";
import { importRows, importRuns } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { countOutcomes, totalOf } from "./count-outcomes";
import { resolveRows } from "./resolve-rows";
import type { Work } from "./work";

/** The dry run: finds out what would become of each row and keeps it for reading. Companies and contacts are not touched. */
export async function checkFile(work: Work): Promise<boolean> {
  const { tx, plan, actor } = work;
  await tx.delete(importRows).where(eq(importRows.runId, plan.runId));
  await resolveRows(work);
  await work.report("recording", 0);
  await tx.execute(sql`
    INSERT INTO import_rows (organisation_id, run_id, line, outcome, code, name, contact, company_id, problems, notes, changes)
    SELECT ${actor.organisationId}, ${plan.runId}, s.line, r.outcome, s.code, s.name,
      concat_ws(' ', nullif(s."contactName", ''), '<' || nullif(s."contactEmail", '') || '>'), r.company_id, r.problems, s.notes,
      CASE WHEN r.outcome = 'update' THEN coalesce(r.company_changes, '{}') || coalesce(r.contact_changes, '{}') END
    FROM staged s JOIN resolved r ON r.line = s.line ORDER BY s.line`);
  const outcome = await countOutcomes(tx);
  const rowsTotal = totalOf(outcome);
  const checked = await tx
    .update(importRuns)
    .set({
      state: "checked",
      phase: "",
      outcome,
      rowsTotal,
      rowsDone: rowsTotal,
      problem: "",
      finishedAt: clock.now(),
    })
    .where(
      sql`${importRuns.id} = ${plan.runId} AND ${importRuns.state} = 'checking' AND ${importRuns.cancelAskedAt} IS NULL`,
    );
  return checked.rowCount === 1;
}
