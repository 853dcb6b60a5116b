import { and, eq, isNull, sql } from "drizzle-orm";
import { importRuns } from "@/db/schema";
import { nextChangeId } from "@/lib/access/append-change";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { countOutcomes, totalOf } from "./count-outcomes";
import { recordRows } from "./record-rows";
import { resolveRows } from "./resolve-rows";
import type { Work } from "./work";
import { writeCompanies } from "./write-companies";
import { writeContacts } from "./write-contacts";

const CHECK_AGAIN = "Nothing was imported. Check the file again to see how it stands now.";

/** Imports a checked file, all or nothing, if each row still turns out as the check has shown it. */
export async function executeImport(work: Work): Promise<boolean> {
  const { tx, plan, actor } = work;
  await resolveRows(work);
  await demandAsShown(work);
  // Before anything is written that somebody else could wait for.
  const accessSince = await nextChangeId(tx, actor.organisationId);
  await demandUntouched(work);
  const lastLine = await findLastLine(work);
  await work.report("companies", 0);
  await writeCompanies(work, accessSince, lastLine);
  await work.report("contacts", 0);
  await writeContacts(work, accessSince, lastLine);
  await work.report("recording", 0);
  const outcome = await countOutcomes(tx);
  await recordRows(work, outcome);
  const done = await tx
    .update(importRuns)
    .set({
      ...{ state: "done", phase: "", problem: "", outcome, rowsDone: totalOf(outcome) },
      // What was in it is in the companies now; people's data is not kept twice.
      file: Buffer.alloc(0),
      finishedAt: clock.now(),
    })
    .where(
      and(eq(importRuns.id, plan.runId), eq(importRuns.state, "running"), isNull(importRuns.cancelAskedAt)),
    );
  return done.rowCount === 1;
}

async function findLastLine({ tx }: Work): Promise<number> {
  const { rows } = await tx.execute<{ line: number }>(sql`SELECT coalesce(max(line), 0) AS line FROM staged`);
  return rows[0]?.line ?? 0;
}

/** Refuses when a row would turn out otherwise than people have seen when they said yes. */
async function demandAsShown({ tx, plan }: Work): Promise<void> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM resolved r
    FULL JOIN (SELECT * FROM import_rows WHERE run_id = ${plan.runId}) shown ON shown.line = r.line
    WHERE r.outcome IS DISTINCT FROM shown.outcome OR r.outcome = 'error' OR (r.outcome = 'update'
      AND coalesce(r.company_changes, '{}') || coalesce(r.contact_changes, '{}') IS DISTINCT FROM shown.changes)`);
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new Refusal(
      "stale",
      `${count === 1 ? "One row turns" : `${count.toLocaleString("en")} rows turn`} out otherwise than when the file was checked, because somebody changed companies or contacts since. ${CHECK_AGAIN}`,
    );
}

/** Locks the companies and contacts that are about to change, and refuses when somebody changed one since it was compared. */
async function demandUntouched({ tx }: Work): Promise<void> {
  const tables = [
    { table: "companies", id: "company_id", version: "version", changes: "company_changes" },
    { table: "contacts", id: "contact_id", version: "contact_version", changes: "contact_changes" },
  ].map((names) =>
    Object.fromEntries(Object.entries(names).map(([name, text]) => [name, sql.identifier(text)])),
  );
  for (const { table, id, version, changes } of tables) {
    const { rows } = await tx.execute(sql`
      WITH expected AS (SELECT ${id}, ${version} FROM resolved WHERE ${changes} IS NOT NULL AND ${version} IS NOT NULL),
      held AS (SELECT t.id FROM ${table} t JOIN expected e ON e.${id} = t.id AND e.${version} = t.version ORDER BY t.id FOR NO KEY UPDATE OF t)
      SELECT FROM (SELECT (SELECT count(*) FROM expected) AS expected, (SELECT count(*) FROM held) AS held) AS counts WHERE held < expected`);
    if (rows.length > 0)
      throw new Refusal("stale", `Somebody changed one of the companies at this very moment. ${CHECK_AGAIN}`);
  }
}
