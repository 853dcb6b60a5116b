import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/db/client";
import { Refusal } from "@/lib/platform/errors";
import { hashSecret } from "@/lib/platform/ids";

const DAY = 86_400;
const FREE_FAILURES = 10;
// NIST SP 800-63B-4, 3.2.2: no more than 100 consecutive failures on one account.
export const MOST_FAILURES = 100;
/** How many sign-ins an address may try within an hour. */
export const ADDRESS_ATTEMPTS = 300;
/** After how many days without another one failures are forgotten. */
export const FAILURE_DAYS = 30;
const LONGEST_WAIT_MINUTES = 15;

/** Under which prefixes the table keeps an account's failures and the wait that they caused. */
export const FAILURES = "failures";
export const WAIT = "wait";

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  const name = `${keyPrefix}:${points}:${duration}`;
  const existing = limiters.get(name);
  if (existing) return existing;
  const made = new RateLimiterPostgres({
    // The pool is asked for anew on each use, because tests close and reopen it.
    storeClient: {
      query: (...query: Parameters<ReturnType<typeof pool>["query"]>) => pool().query(...query),
    },
    storeType: "client",
    schemaName: "public",
    tableName: "throttle",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
  limiters.set(name, made);
  return made;
}

const failures = () => limiter(FAILURES, 1_000_000, FAILURE_DAYS * DAY);
const waits = () => limiter(WAIT, 1, LONGEST_WAIT_MINUTES * 60);

const minutesLeft = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 60_000));
const inMinutes = (minutes: number) => (minutes === 1 ? "in a minute" : `in ${minutes} minutes`);

// One attempt a wait gets through, also of many at once: the store counts them one after the other.
async function demandWait(key: string, attempts: number): Promise<void> {
  const customDuration = Math.min(LONGEST_WAIT_MINUTES, attempts - FREE_FAILURES + 1) * 60;
  try {
    await waits().consume(key, 1, { customDuration });
  } catch (reached) {
    if (!(reached instanceof RateLimiterRes)) throw reached;
    // An attempt that was not let through is no failure.
    await failures().reward(key);
    throw new Refusal(
      "throttled",
      `Too many attempts. Try again ${inMinutes(minutesLeft(reached.msBeforeNext))}, or ask for a new password.`,
    );
  }
}

/** Names an account in the throttle without storing its e-mail. */
export const accountKey = (kind: string, organisation: string, email: string): string =>
  hashSecret(`${kind} ${organisation} ${email}`).slice(0, 40);

/**
 * Counts a sign-in attempt on an account (known or not) before its password is looked at, and throws a Refusal while it must wait:
 * after 10 failures in a row by a minute more each time, up to 15; for good after 100, until the password is reset.
 * Returns the number of attempts in a row, this one included.
 */
export async function countAttempt(key: string): Promise<number> {
  const attempts = (await failures().consume(key)).consumedPoints;
  await demandAccountsTurn(key, attempts);
  return attempts;
}

/** Throws a Refusal as `countAttempt` does, for an attempt that was counted already as the `attempts`th in a row. */
export async function demandAccountsTurn(key: string, attempts: number): Promise<void> {
  if (attempts > MOST_FAILURES)
    throw new Refusal(
      "throttled",
      "Sign-in is locked after too many attempts. Choose “Forgot password” to set a new one.",
    );
  if (attempts >= FREE_FAILURES) await demandWait(key, attempts);
}

/** Forgets the failed attempts on an account: its owner signed in, or its password was set anew. */
export async function forgetAttempts(key: string): Promise<void> {
  await Promise.all([failures().delete(key), waits().delete(key)]);
}

/** Throws a Refusal when `key` did what `name` stands for more than `points` times within `seconds`. */
export async function countAct(name: string, key: string, points: number, seconds: number): Promise<void> {
  await limited(limiter(name, points, seconds), hashSecret(key).slice(0, 40));
}

async function limited(by: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await by.consume(key);
  } catch (reached) {
    if (!(reached instanceof RateLimiterRes)) throw reached;
    throw refuseAddress(reached.msBeforeNext);
  }
}

/** What whoever tries too often from one place is told. */
export const refuseAddress = (milliseconds: number) =>
  new Refusal("throttled", `Too many attempts from here. Try again ${inMinutes(minutesLeft(milliseconds))}.`);
