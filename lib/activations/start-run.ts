import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { activationRecipients, activationRuns } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { addJob } from "@/lib/jobs/add-job";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import type { runInput } from "./input";
import { demandRun } from "./queries";

/** The job that works through one run; all its payload says is which. */
export const WORK_ON_ACTIVATIONS = "work-on-activations";

type Context = { tx: Tx; actor: StaffActor };

/** Begins to send what was drawn up; refuses what was begun or called off already. */
export async function startRun({ tx, actor }: Context, { id }: z.output<typeof runInput>) {
  await demandRun(tx, id);
  const [run] = await tx
    .update(activationRuns)
    .set({ state: "running", startedAt: clock.now() })
    .where(and(eq(activationRuns.id, id), eq(activationRuns.state, "draft")))
    .returning();
  if (!run)
    throw new Refusal("conflict", "This was started or called off already. Reload to see how it stands.");
  await addJob(tx, WORK_ON_ACTIVATIONS, { organisationId: actor.organisationId, runId: id }, id);
  await record(tx, actor, {
    act: "activations.started",
    subject: `${run.recipients} contacts`,
    after: { run: id, recipients: run.recipients },
  });
  return { id };
}

/** Stops a run: those whose turn has not come are sent nothing. A run that was only drawn up is called off. */
export async function cancelRun({ tx, actor }: Context, { id }: z.output<typeof runInput>) {
  await demandRun(tx, id);
  const [run] = await tx
    .update(activationRuns)
    .set({ state: "cancelled", finishedAt: clock.now() })
    .where(and(eq(activationRuns.id, id), inArray(activationRuns.state, ["draft", "running"])))
    .returning({ id: activationRuns.id });
  if (!run) throw new Refusal("conflict", "This has ended already. Reload to see how it stands.");
  const skipped = await tx
    .update(activationRecipients)
    .set({ outcome: "skipped", reason: "cancelled" })
    .where(and(eq(activationRecipients.runId, id), eq(activationRecipients.outcome, "waiting")));
  await record(tx, actor, {
    act: "activations.stopped",
    subject: `${skipped.rowCount ?? 0} contacts`,
    after: { run: id, skipped: skipped.rowCount ?? 0 },
  });
  return { id };
}
