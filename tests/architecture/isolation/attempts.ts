import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Actor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { pool } from "@/db/client";
import { asSuperuser } from "../../support/database";
import type { Tenant } from "./rows";

/** A row as it lies in the database, with the name by which expectations speak of it. */
export type StoredRow = { table: string; name: string; organisationId: string; text: string; json: string };

/** Runs work in a transaction as somebody. */
export type As = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Writes the tenant's rows in one statement, past all policies, and answers them as the database keeps them. */
export async function arrange({ organisationId, rows }: Tenant): Promise<StoredRow[]> {
  const insertions = rows.map(({ table, values }, at) => {
    const columns = Object.keys(values).join(", ");
    return `r${at} AS (INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::${table}, $1::jsonb -> ${at})
      RETURNING ${table}::text AS text, to_jsonb(${table})::text AS json)`;
  });
  const all = rows.map((_, at) => `SELECT ${at} AS at, text, json FROM r${at}`).join(" UNION ALL ");
  const stored = await asSuperuser<{ text: string; json: string }>(
    `WITH ${insertions.join(", ")} SELECT text, json FROM (${all}) ORDER BY at`,
    [JSON.stringify(rows.map(({ values }) => values))],
  );
  return rows.map(({ table, name }, at) => ({
    table,
    name,
    organisationId,
    text: "",
    json: "",
    ...stored[at],
  }));
}

/** In a transaction as `actor`. */
export const as =
  (actor: Actor): As =>
  (work) =>
    asActor(actor, work);

/** In a transaction that says only `settings` of who is asking. */
export const saying =
  (settings: Record<string, string>): As =>
  async (work) => {
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      for (const [name, value] of Object.entries(settings))
        await client.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
      return await work(drizzle({ client }));
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };

/** Does something and undoes it; answers what it gave, or the code with which PostgreSQL refused it. */
export async function undone<T>(tx: Tx, work: () => Promise<T>): Promise<T | { refused: string }> {
  await tx.execute(sql`SAVEPOINT attempt`);
  try {
    return await work();
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as { code?: string };
    if (!code) throw error;
    return { refused: code };
  } finally {
    await tx.execute(sql`ROLLBACK TO SAVEPOINT attempt`);
  }
}

/** What was reached: rows of a table by their names, in the order of `stored`. */
export type Reached = { sees: string[]; adds: string[]; changes: string[]; removes: string[] };

/** What somebody of the organisation `home` reaches of a table without any condition; other organisations' rows are marked as foreign. */
export async function reach(run: As, table: string, stored: StoredRow[], home: string): Promise<Reached> {
  const rows = stored.filter((row) => row.table === table);
  const named = (found: (row: StoredRow) => boolean) =>
    rows
      .filter(found)
      .map(({ name, organisationId }) => (organisationId === home ? name : `foreign ${name}`));
  const column = table === "organisations" ? "id" : "organisation_id";
  return run(async (tx) => {
    const seen = await texts(tx, `SELECT ${table}::text AS text FROM ${table}`);
    const changed = await touched(tx, table, `UPDATE ${table} SET ${column} = '${home}'`);
    const removed = await touched(tx, table, `DELETE FROM ${table}`);
    const added = new Set<StoredRow>();
    for (const row of rows) if (await lets(tx, row)) added.add(row);
    return {
      sees: named(({ text }) => seen.includes(text)),
      adds: named((row) => added.has(row)),
      changes: named(({ text }) => changed.includes(text)),
      removes: named(({ text }) => removed.includes(text)),
    };
  });
}

async function texts(tx: Tx, query: string): Promise<string[]> {
  const { rows } = await tx.execute<{ text: string }>(sql.raw(query));
  return rows.map(({ text }) => text);
}

// Without a condition and without RETURNING, PostgreSQL asks only the policy for the command itself: the count of that
// and the rows shown by RETURNING must agree, or something would be touched that cannot be seen.
async function touched(tx: Tx, table: string, statement: string): Promise<string[]> {
  const blind = await undone(tx, () => tx.execute(sql.raw(statement)));
  const shown = await undone(tx, () => texts(tx, `${statement} RETURNING ${table}::text AS text`));
  if ("refused" in blind || "refused" in shown)
    throw new Error(`${statement} was refused instead of kept apart`);
  if (blind.rowCount !== shown.length)
    throw new Error(`${statement} touches ${blind.rowCount} rows, of which ${shown.length} can be seen`);
  return shown;
}

// A row that is there already is refused for its key, but only after the policies let it pass.
async function lets(tx: Tx, { table, json }: StoredRow): Promise<boolean> {
  const into = sql.identifier(table);
  const outcome = await undone(tx, () =>
    tx.execute(sql`INSERT INTO ${into} SELECT * FROM jsonb_populate_record(null::${into}, ${json}::jsonb)`),
  );
  if ("refused" in outcome && outcome.refused === "23505") return true;
  if ("refused" in outcome && outcome.refused === "42501") return false;
  throw new Error(`${table} took a row that was there already, or refused it for another reason`);
}
