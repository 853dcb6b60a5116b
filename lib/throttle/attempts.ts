import { and, gt, inArray } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { throttle } from "@/db/schema";
import { runStatement, type Statement } from "@/db/statement";
import { FAILURES, MOST_FAILURES, WAIT } from "./throttle";

/** How an account stands after failed sign-ins: locked for good, until a moment, or not at all. */
export type Lock = { until: Date | null };

const stored = (prefix: string, key: string) => `${prefix}:${key}`;

/** Which of these accounts (named by `accountKey`) must wait or are locked; the others are absent. */
export async function listLocks(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Lock>> {
  if (keys.length === 0) return new Map();
  const names = keys.flatMap((key) => [stored(FAILURES, key), stored(WAIT, key)]);
  // The limiter counts by the machine's clock, in milliseconds.
  const rows = await tx
    .select()
    .from(throttle)
    .where(and(inArray(throttle.key, names), gt(throttle.expire, Date.now())));
  const found = new Map(rows.map((row) => [row.key, row]));
  const lockOf = (key: string): Lock | undefined => {
    if ((found.get(stored(FAILURES, key))?.points ?? 0) >= MOST_FAILURES) return { until: null };
    const wait = found.get(stored(WAIT, key));
    return wait?.expire ? { until: new Date(wait.expire) } : undefined;
  };
  return new Map(keys.flatMap((key) => (lockOf(key) ? [[key, lockOf(key) as Lock]] : [])));
}

/** The statement that forgets the failed attempts on an account; for what is sent at once, which else is `forgetAttemptsIn`. */
export const forgetting = (key: string): Statement => ({
  name: "forget attempts",
  text: "DELETE FROM throttle WHERE key IN ($1, $2)",
  values: [stored(FAILURES, key), stored(WAIT, key)],
});

/** Forgets the failed attempts on an account in the caller's transaction: its owner signed in, its password was set anew, or it was unlocked. */
export async function forgetAttemptsIn(tx: Tx, key: string): Promise<void> {
  await runStatement(tx, forgetting(key));
}
