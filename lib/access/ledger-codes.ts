import { sql, type SQL } from "drizzle-orm";

/**
 * Entry `e` as one number: the later of two entries has the greater, and its last two bits are its effect. So the latest of any number of
 * entries is `max`, which groups without sorting, and `greatest` among scopes. Changes number far below 2^32 and no change has 2^29
 * lines, so all three fit a bigint.
 */
export const codeOfEntry: SQL = sql.raw(
  "((e.change_id << 31) | (e.position::bigint << 2) | CASE e.effect WHEN 'allow' THEN 1 WHEN 'deny' THEN 2 ELSE 3 END)",
);

/** That code, unless its change was made before whom it is for; `since` is the first change that covers them. */
export const codeSince = (code: SQL, since: SQL): SQL =>
  sql`CASE WHEN ${code} >= ${since} << 31 THEN ${code} END`;

/** The effect of the latest of these codes, each of which may be missing: 1 allows, 2 denies, 3 leaves it to group roles, 0 for none at all. */
export const latestEffect = (...codes: SQL[]): SQL =>
  sql`(coalesce(greatest(${sql.join(codes, sql`, `)}), 0) & 3)`;
