import { and, eq, inArray } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { demandRun } from "./queries";
import { checkableStates } from "./states";

/** Stops a check or an import: at once while it waits, and within moments while it runs; nothing of it stays. */
export async function cancelImport(
  { tx }: { tx: Tx; actor: StaffActor },
  { id }: { id: string },
): Promise<{ id: string }> {
  await demandRun(tx, id);
  const waiting = await tx
    .update(importRuns)
    .set({ state: "cancelled", finishedAt: clock.now() })
    .where(and(eq(importRuns.id, id), eq(importRuns.state, "queued")));
  if (waiting.rowCount === 1) return { id };
  const asked = await tx
    .update(importRuns)
    .set({ cancelAskedAt: clock.now() })
    .where(and(eq(importRuns.id, id), inArray(importRuns.state, ["checking", "running"])));
  if (asked.rowCount === 0)
    throw new Refusal("conflict", "There is nothing to cancel any more: the import has ended.");
  return { id };
}

/** Removes an uploaded file and what its check found. What was imported stays on record. */
export async function removeImport(
  { tx }: { tx: Tx; actor: StaffActor },
  { id }: { id: string },
): Promise<{ id: string }> {
  await demandRun(tx, id);
  const removed = await tx
    .delete(importRuns)
    .where(and(eq(importRuns.id, id), inArray(importRuns.state, [...checkableStates])));
  if (removed.rowCount === 0)
    throw new Refusal(
      "conflict",
      "An import that is under way or done cannot be removed. Cancel it first if it is still running.",
    );
  return { id };
}
