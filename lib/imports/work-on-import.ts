import { sql } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { idInput } from "@/lib/platform/inputs";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { checkFile } from "./check-file";
import { claimRun, endRun, noteInterruption } from "./claim-run";
import { executeImport } from "./execute-import";
import { mappedFields } from "./mapping";
import type { ImportRun } from "./queries";
import { Cancelled, reporter } from "./report-progress";
import { MANY_ROWS, refreshAfterImport, refreshStatistics } from "./statistics";
import type { Plan, Work } from "./work";

/** The job that checks or imports one file; all its payload says is which. */
export const WORK_ON_IMPORT = "work-on-import";

export const importJob = z.object({ organisationId: idInput, runId: idInput });

const MOST_TRIES = 3;
const CHANGED =
  "Somebody added one of the companies or e-mail addresses at this very moment. Nothing was imported. Check the file again to see how it stands now.";

/**
 * Checks or imports the file of a run, as whoever asked for it and with the reach that their roles give them now. May be called
 * again after it was broken off at any point: either nothing of it has happened, or it is done.
 */
export async function workOnImport(job: z.output<typeof importJob>, signal?: AbortSignal): Promise<void> {
  const claimed = await claimRun(job);
  if (!claimed) return;
  const { run, actor } = claimed;
  try {
    await refreshStatistics(actor);
    await asActor(actor, (tx) => perform(tx, actor, run, signal));
    if (run.state === "running" && run.rowsTotal > MANY_ROWS) await refreshAfterImport(actor);
  } catch (error) {
    await end(run, actor, error);
  }
}

async function perform(tx: Tx, actor: StaffActor, run: ImportRun, signal?: AbortSignal): Promise<void> {
  await demandAlone(tx, run.id);
  const work: Work = { tx, actor, plan: planOf(run), report: reporter(actor, run.id, signal) };
  const isDone = await (run.state === "checking" ? checkFile(work) : executeImport(work));
  if (!isDone) throw new Cancelled();
}

// Two workers on one run happen when the first is taken for dead and is not; the second comes back later and finds it done.
async function demandAlone(tx: Tx, runId: string): Promise<void> {
  const { rows } = await tx.execute<{ alone: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`import ${runId}`}, 0)) AS alone`,
  );
  if (!rows[0]?.alone) throw new Error("Another worker is at this import.");
}

function planOf(run: ImportRun): Plan {
  const { id: runId, kind, mode, emptyCells, linkLogins, delimiter, fileName, rowsTotal } = run;
  const choices = { mode, emptyCells, linkLogins };
  return {
    ...{ runId, kind, ...choices, delimiter, fileName, rowsTotal },
    fields: mappedFields(run.mapping),
    width: run.columns.length,
  };
}

async function end(run: ImportRun, actor: StaffActor, error: unknown): Promise<void> {
  if (error instanceof Cancelled) {
    // A check that is called off leaves the columns as they were chosen.
    return endRun(actor, run.id, run.state === "checking" ? "uploaded" : "cancelled");
  }
  if (error instanceof Refusal) return endRun(actor, run.id, "failed", error.message);
  if (violatedConstraint(error)) return endRun(actor, run.id, "failed", CHANGED);
  if (run.tries < MOST_TRIES) {
    await noteInterruption(actor, run.id);
    throw error;
  }
  const id = newId();
  log.error({ id, err: error, importRun: run.id }, "An import failed");
  await endRun(
    actor,
    run.id,
    "failed",
    `Something went wrong (${id}). Nothing was imported. Try again, or tell us this number.`,
  );
}
