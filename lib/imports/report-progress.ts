import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { importRuns } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import type { Phase, Report } from "./work";

/** Thrown inside the work when somebody has asked to stop it. */
export class Cancelled extends Error {}

const OFTEN_ENOUGH = 400;

/** Notes how far a run has come where others see it at once: in transactions of its own, beside the one of the work. */
export function reporter(actor: StaffActor, runId: string, signal?: AbortSignal): Report {
  let last = { phase: "" as Phase | "", at: 0 };
  return async (phase, rowsDone) => {
    signal?.throwIfAborted();
    const at = performance.now();
    if (phase === last.phase && at - last.at < OFTEN_ENOUGH) return;
    last = { phase, at };
    const [run] = await asActor(actor, (tx) =>
      tx
        .update(importRuns)
        .set({ phase, rowsDone, aliveAt: clock.now() })
        .where(eq(importRuns.id, runId))
        .returning({ cancelAskedAt: importRuns.cancelAskedAt }),
    );
    if (!run || run.cancelAskedAt) throw new Cancelled();
  };
}
