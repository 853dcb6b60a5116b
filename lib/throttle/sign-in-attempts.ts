import type { Statement } from "@/db/statement";
import { hashSecret } from "@/lib/platform/ids";
import { networkOf } from "./network-of";
import { ADDRESS_ATTEMPTS, demandAccountsTurn, FAILURE_DAYS, FAILURES, refuseAddress } from "./throttle";

const HOUR_MS = 3_600_000;

type Counted = { address: number; addressEnds: string; account: number | null };

// As rate-limiter-flexible counts, which keeps the other counters of this table: in milliseconds of this machine's clock, anew once expired.
const counted = `ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN t.expire <= $5 THEN 1 ELSE t.points + 1 END,
    expire = CASE WHEN t.expire <= $5 THEN excluded.expire ELSE t.expire END`;

// What an address tries beyond its own limit is not counted to the account: one address could else lock everybody out.
const text = `
  WITH address AS (
    INSERT INTO throttle AS t (key, points, expire) VALUES ($1, 1, $2) ${counted} RETURNING points, expire
  ), account AS (
    INSERT INTO throttle AS t (key, points, expire) SELECT $3, 1, $4 FROM address WHERE points <= ${ADDRESS_ATTEMPTS} ${counted} RETURNING points
  )
  SELECT address.points AS address, address.expire AS "addressEnds", account.points AS account FROM address LEFT JOIN account ON true`;

/** The statement that counts a sign-in to its address, or network of IPv6, and to its account, known or not: sent before the password is looked at. */
export function countingSignIn(address: string, key: string): Statement<Counted> {
  const now = Date.now();
  const from = hashSecret(networkOf(address)).slice(0, 40);
  const values = [
    ...[`address:${from}`, now + HOUR_MS],
    ...[`${FAILURES}:${key}`, now + FAILURE_DAYS * 24 * HOUR_MS, now],
  ];
  return { name: "count sign-in", text, values };
}

/**
 * Throws a Refusal when what was counted is too much: more than 300 attempts from one address within the hour, or as `countAttempt` says
 * for the account.
 */
export async function demandTurn([row]: readonly Counted[], key: string): Promise<void> {
  if (!row) throw new Error("The attempt was not counted.");
  if (row.account === null) throw refuseAddress(Number(row.addressEnds) - Date.now());
  await demandAccountsTurn(key, row.account);
}
