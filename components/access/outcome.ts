import type { Outcome } from "@/lib/access/count-outcome";

/** What an operation would do, in exact numbers, and whether they are so many that one of them is to be typed. */
export type MeasuredOperation = Outcome & { needsTyping: boolean };
