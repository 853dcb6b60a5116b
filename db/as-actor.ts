import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { escapeLiteral, type PoolClient } from "pg";
import type { Actor, SystemActor } from "./actor";
import { pool } from "./client";
import { withoutValues } from "./without-values";

/** An open transaction in which row-level security holds the actor's reach. */
export type Tx = NodePgDatabase;

type Settings = {
  organisationId: string;
  reach: string;
  staffId: string;
  loginId: string;
  companyIds: string;
};

function settingsOf(actor: Actor): Settings {
  const none = { organisationId: actor.organisationId, staffId: "", loginId: "", companyIds: "" };
  if (actor.kind === "staff") return { ...none, reach: actor.reach, staffId: actor.staffId };
  if (actor.kind === "contact")
    return { ...none, reach: "listed", loginId: actor.loginId, companyIds: actor.companyIds.join(",") };
  return {
    ...none,
    reach: "system",
    organisationId: actor.organisationId === "any" ? "" : actor.organisationId,
  };
}

/** The query that says, until the transaction ends, who asks. */
export function saying(actor: Actor): string {
  const settings = settingsOf(actor);
  const set = (name: string, value: string) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`;
  return `SELECT ${[
    set("organisation_id", settings.organisationId),
    set("reach", settings.reach),
    set("staff_id", settings.staffId),
    set("login_id", settings.loginId),
    set("company_ids", settings.companyIds),
  ].join(", ")}`;
}

// Sent as one simple query: opening and saying who asks costs a single round trip. Workers for one reader cost more to start
// than a page takes, and the readers beside it need the cores.
const opening = (actor: Actor) => `BEGIN; SET LOCAL max_parallel_workers_per_gather = 0; ${saying(actor)}`;

async function inTransaction<T>(client: PoolClient, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  await client.query(opening(actor));
  try {
    const result = await work(drizzle({ client }));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw withoutValues(error);
  }
}

/** Runs `work` with a connection of the pool, and gives it back unless it broke. */
export async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    // A connection that did not survive must not go back to the pool.
    if (error instanceof Error && !("code" in error && /^[0-9A-Z]{5}$/.test(String(error.code))))
      broken = brokenBy(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in one transaction that sees and changes only what `actor` may; commits when it resolves, rolls back when it throws. */
export function asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withClient((client) => inTransaction(client, actor, work));
}

function brokenBy(error: Error): Error | undefined {
  return /terminat|ECONN|EPIPE|not queryable|Connection ended/i.test(error.message) ? error : undefined;
}

/** The named exception: runs `work` for the application itself, within one organisation or, for look-ups before one is known, `any`. */
export function asSystem<T>(
  reason: string,
  organisationId: string,
  work: (tx: Tx, actor: SystemActor) => Promise<T>,
): Promise<T> {
  const actor: SystemActor = { kind: "system", organisationId, reason };
  return asActor(actor, (tx) => work(tx, actor));
}
