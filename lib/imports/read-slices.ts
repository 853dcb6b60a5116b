import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { importRuns } from "@/db/schema";

const SLICE_BYTES = 512 * 1024;

/** The bytes of a run's file in slices; taken one at a time, because the driver holds each in memory three times over. */
export async function readSlices(tx: Tx, runId: string): Promise<Buffer[]> {
  const slices: Buffer[] = [];
  for (let from = 1; ; from += SLICE_BYTES) {
    const [row] = await tx
      .select({ slice: sql<Buffer>`substring(${importRuns.file} FROM ${from}::int FOR ${SLICE_BYTES}::int)` })
      .from(importRuns)
      .where(eq(importRuns.id, runId));
    if (!row || row.slice.length === 0) return slices;
    slices.push(row.slice);
  }
}
