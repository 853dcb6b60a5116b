import type { Tx } from "@/db/as-actor";
import { countOutcome, type Outcome } from "./count-outcome";
import type { MeasureInput } from "./operations";

/** More contacts than this lose access only after the clerk has typed what is to happen. */
export const MOST_WITHOUT_TYPING = 1_000;

/** The exact outcome of an operation, and whether it takes so much away that confirming it must be typed. */
export async function measureOperation(
  { tx }: { tx: Tx },
  asked: MeasureInput,
): Promise<Outcome & { needsTyping: boolean }> {
  const outcome = await countOutcome(tx, asked);
  return { ...outcome, needsTyping: outcome.lose > MOST_WITHOUT_TYPING };
}
