import { and, eq, inArray } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import { addJob } from "@/lib/jobs/add-job";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { findField } from "./fields";
import type { CheckImportInput } from "./input";
import { demandUsableMapping, type Mapping } from "./mapping";
import { demandRun } from "./queries";
import { checkableStates } from "./states";
import { WORK_ON_IMPORT } from "./work-on-import";

/** Keeps what the columns mean and has the file checked in the background. */
export async function checkImport(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { id, columns, ...choices }: CheckImportInput,
): Promise<{ id: string }> {
  const run = await demandRun(tx, id);
  const mapping = mappingOf(columns, run.columns.length);
  demandUsableMapping(mapping, run.kind);
  const begun = await tx
    .update(importRuns)
    .set({ ...choices, mapping, state: "checking", outcome: null, problem: "", ...beginning(actor) })
    .where(and(eq(importRuns.id, id), inArray(importRuns.state, [...checkableStates])));
  if (begun.rowCount === 0)
    throw new Refusal(
      "conflict",
      "This file is being worked on or is imported already, so it cannot be checked again.",
    );
  await addJob(tx, WORK_ON_IMPORT, { organisationId: actor.organisationId, runId: id }, id);
  return { id };
}

/** What is noted of whoever has the worker begin. */
export const beginning = (actor: StaffActor) => ({
  ...{ phase: "", rowsDone: 0, tries: 0, cancelAskedAt: null, finishedAt: null, aliveAt: null },
  ...{ startedBy: actor.staffId, startedByName: actor.name, startedAt: clock.now() },
});

function mappingOf(columns: [string, string][], width: number): Mapping {
  const mapping: Mapping = {};
  for (const [at, key] of columns) {
    const field = findField(key);
    if (!field || Number(at) >= width)
      throw new Refusal("invalid", "Choose from the fields shown.", {
        [`column-${at}`]: "Choose from the fields shown.",
      });
    mapping[at] = field.key;
  }
  return mapping;
}
