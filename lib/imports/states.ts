import type { importRuns } from "@/db/schema";

export type ImportState = (typeof importRuns.$inferSelect)["state"];

/** While a run is in one of these, the worker has it or is about to. */
export const activeStates = ["checking", "queued", "running"] as const satisfies ImportState[];

/** From these the columns can be chosen (again) and the file checked. */
export const checkableStates = [
  "uploaded",
  "checked",
  "failed",
  "cancelled",
] as const satisfies ImportState[];

/** Whether somebody waits for the worker. */
export const isActive = (state: ImportState): boolean => activeStates.some((active) => active === state);

/** Whether the file can be checked, and the run be removed. */
export const isCheckable = (state: ImportState): boolean => checkableStates.some((one) => one === state);
