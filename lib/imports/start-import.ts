import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import { addJob } from "@/lib/jobs/add-job";
import { Refusal } from "@/lib/platform/errors";
import { beginning } from "./check-import";
import { demandRun } from "./queries";
import { WORK_ON_IMPORT } from "./work-on-import";

/** Has a checked file without errors imported in the background, as whoever asks. */
export async function startImport(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { id }: { id: string },
): Promise<{ id: string }> {
  const { outcome } = await demandRun(tx, id);
  if (outcome?.error)
    throw new Refusal(
      "conflict",
      "Some rows have errors. Correct them in the file and upload it again: it is imported whole or not at all.",
    );
  if (!outcome?.create && !outcome?.update)
    throw new Refusal("conflict", "There is nothing to import: no row is new or different.");
  const started = await tx
    .update(importRuns)
    .set({ state: "queued", problem: "", ...beginning(actor) })
    .where(and(eq(importRuns.id, id), eq(importRuns.state, "checked")));
  if (started.rowCount === 0) throw new Refusal("conflict", "This import was started already.");
  await addJob(tx, WORK_ON_IMPORT, { organisationId: actor.organisationId, runId: id }, id);
  return { id };
}
