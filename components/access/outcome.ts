import type { Obstacle } from "@/lib/access/resolve-access";

/** What an operation would do, in exact numbers. */
export type MeasuredOperation = {
  companies: number;
  contacts: number;
  gain: number;
  lose: number;
  unchanged: number;
  withoutEffect: { reason: Obstacle; contacts: number }[];
  needsTyping: boolean;
};
