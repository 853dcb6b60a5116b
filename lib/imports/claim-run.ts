import { and, eq, inArray, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import { reachWithin } from "@/lib/auth/needs";
import { clock } from "@/lib/platform/clock";
import { findActiveStaff } from "@/lib/staff/queries";
import { findRun, type ImportRun } from "./queries";
import { activeStates, isActive, type ImportState } from "./states";

type Claimed = { run: ImportRun; actor: StaffActor };

const NOT_ALLOWED =
  "Whoever started this may not import companies any more. Somebody who may can check the file again and start it.";

/** Takes up a run that waits or was broken off, as whoever started it; null when there is nothing to do or they may not any more. */
export function claimRun({
  organisationId,
  runId,
}: {
  organisationId: string;
  runId: string;
}): Promise<Claimed | null> {
  return asSystem("work on an import", organisationId, async (tx) => {
    const run = await findRun(tx, runId);
    if (!run || !isActive(run.state)) return null;
    const staff = run.startedBy ? await findActiveStaff(tx, run.startedBy) : null;
    const reach = staff && reachWithin(staff.organisation, "importCompanies", staff.roles);
    if (!staff || !reach) {
      await tx
        .update(importRuns)
        .set({ state: "failed", problem: NOT_ALLOWED, finishedAt: clock.now() })
        .where(eq(importRuns.id, runId));
      return null;
    }
    const state = run.state === "queued" ? "running" : run.state;
    const [claimed] = await tx
      .update(importRuns)
      .set({
        state,
        phase: "reading",
        rowsDone: 0,
        tries: sql`${importRuns.tries} + 1`,
        aliveAt: clock.now(),
      })
      .where(and(eq(importRuns.id, runId), eq(importRuns.state, run.state)))
      .returning({ tries: importRuns.tries });
    if (!claimed) return null;
    const actor: StaffActor = {
      kind: "staff",
      organisationId,
      staffId: staff.id,
      name: staff.name,
      roles: staff.roles,
      reach,
    };
    return { run: { ...run, state, tries: claimed.tries }, actor };
  });
}

/** Ends a run that the worker has, unless it has ended otherwise. */
export async function endRun(
  actor: StaffActor,
  runId: string,
  state: ImportState,
  problem = "",
): Promise<void> {
  await asActor(actor, (tx) =>
    tx
      .update(importRuns)
      .set({ state, problem, phase: "", cancelAskedAt: null, finishedAt: clock.now() })
      .where(and(eq(importRuns.id, runId), inArray(importRuns.state, [...activeStates]))),
  );
}

/** Notes that a run stands still until its job is tried again. */
export async function noteInterruption(actor: StaffActor, runId: string): Promise<void> {
  await asActor(actor, (tx) =>
    tx
      .update(importRuns)
      .set({ phase: "interrupted", rowsDone: 0 })
      .where(and(eq(importRuns.id, runId), inArray(importRuns.state, [...activeStates]))),
  ).catch(() => undefined);
}
