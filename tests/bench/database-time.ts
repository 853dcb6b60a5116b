import { sql } from "drizzle-orm";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { asSystem } from "@/db/as-actor";
import { ORGANISATION } from "./load-data";

/** The milliseconds that the database's own clock counts for `work`, on average of so many runs after a few that do not count. */
export async function databaseMs(
  superuserUrl: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<number> {
  for (let run = 0; run < 8; run += 1) await work();
  const before = await activeMs(superuserUrl);
  for (let run = 0; run < times; run += 1) await work();
  return ((await activeMs(superuserUrl)) - before) / times;
}

/** What the connection that was used last has been active for until now, and all others that have told. */
async function activeMs(superuserUrl: string): Promise<number> {
  await asSystem("a measure", ORGANISATION, (tx) => tx.execute(sql`SELECT pg_stat_force_next_flush()`));
  return withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ ms: number }>(
      "SELECT active_time AS ms FROM pg_stat_database WHERE datname = current_database()",
    );
    return rows[0]?.ms ?? NaN;
  });
}
