import { createHash } from "node:crypto";
import { is, Param, Placeholder, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { PoolClient } from "pg";
import type { Tx } from "./as-actor";

/** A value as the driver sends it. */
type Value = string | number | boolean | null;

/**
 * A statement whose text never changes, with its values. By its name, which is its own in the whole application, a connection plans it once:
 * that saves most of what a short statement costs. `Row` says what comes back.
 */
export type Statement<Row = unknown> = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly Value[];
  readonly row?: Row;
};

/** Builds queries that are only turned into statements, without a connection. */
export const builder = drizzle.mock();

// As drizzle fills them, but null is no value of any type: a date could not be read from it, and JSON has a null of its own.
function fill(param: unknown, values: Record<string, unknown>): Value {
  if (!is(param, Param) || !is(param.value, Placeholder)) return param as Value;
  const value = values[param.value.name] ?? null;
  return value === null ? null : (param.encoder.mapToDriverValue(value) as Value);
}

type Built = { toSQL(): { sql: string; params: unknown[] } };

/** A statement that drizzle built with placeholders, as a function of what stands in for them. */
export function statementOf<Values extends Record<string, unknown>>(name: string, query: Built) {
  const { sql: text, params } = query.toSQL();
  return (values: Values): Statement => ({ name, text, values: params.map((param) => fill(param, values)) });
}

const dialect = new PgDialect();

/** A statement of a query whose text is always the same, for `runStatement`: its values are what the driver takes, dates and arrays too. */
export function statementFrom<Row>(name: string, query: SQL): Statement<Row> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return { name, text, values: params as Value[] };
}

/** Runs a statement in the transaction. */
export async function runStatement<Row>(tx: Tx, statement: Statement<Row>): Promise<Row[]> {
  const { $client: client } = tx as Tx & { $client: PoolClient };
  const { name, text, values } = statement;
  return (await client.query({ name, text, values: [...values] })).rows as Row[];
}

/** Runs a query of which few texts exist, so that a connection plans each of them once; the limits of a page belong into its text, for the plan to heed them. */
export function runPlanned<Row>(tx: Tx, query: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const name = createHash("sha1").update(text).digest("base64url");
  return runStatement<Row>(tx, { name, text, values: params as Value[] });
}
