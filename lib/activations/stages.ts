import type { StuckKind } from "@/db/schema";

export type { StuckKind };

/** How far an activation e-mail has come with one person, the furthest last; those it ends with stand at the end. */
export const stages = [
  "waiting",
  "queued",
  "sent",
  "opened",
  "activated",
  "signed-in",
  "failed",
  "expired",
  "replaced",
  "skipped",
] as const;

export type Stage = (typeof stages)[number];

/** In what ways an invitation can be stuck, in the order in which they are listed. */
export const stuckKinds = [
  "failed",
  "expired",
  "opened",
  "unopened",
  "unsent",
] as const satisfies readonly StuckKind[];
