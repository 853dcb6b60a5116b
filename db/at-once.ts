import { escapeIdentifier, escapeLiteral, type PoolClient, type QueryResult } from "pg";
import type { Actor, SystemActor } from "./actor";
import { saying, withClient } from "./as-actor";
import type { Statement } from "./statement";

type Rows<S extends readonly Statement[]> = {
  [K in keyof S]: S[K] extends Statement<infer Row> ? Row[] : never;
};

// Statements prepared by SQL and by the protocol share their names on a connection, so these have a prefix.
const nameOf = ({ name }: Statement) => escapeIdentifier(`at once ${name}`);

const prepared = new WeakMap<PoolClient, Set<string>>();

async function prepare(client: PoolClient, statements: readonly Statement[]): Promise<void> {
  const known = prepared.get(client) ?? new Set();
  prepared.set(client, known);
  for (const statement of statements) {
    if (known.has(statement.name)) continue;
    await client.query(`PREPARE ${nameOf(statement)} AS ${statement.text}`);
    known.add(statement.name);
  }
}

const literal = (value: Statement["values"][number]) =>
  value === null ? "NULL" : escapeLiteral(String(value));

function execution(statement: Statement): string {
  const values = statement.values.map(literal).join(", ");
  return `EXECUTE ${nameOf(statement)}${values && ` (${values})`}`;
}

// Statements that are sent together are one transaction, which ends with the last of them or is undone by the first that fails.
async function atOnce<const S extends readonly Statement[]>(actor: Actor, statements: S): Promise<Rows<S>> {
  return withClient(async (client) => {
    await prepare(client, statements);
    const text = [saying(actor), ...statements.map(execution)].join("; ");
    const [, ...results] = (await client.query(text)) as unknown as QueryResult[];
    return results.map(({ rows }) => rows as unknown) as Rows<S>;
  });
}

/**
 * As `asSystem`, for statements that are known beforehand: one transaction in a single round trip, whose plans each connection keeps. For
 * what is done so often, or beside such busy cores, that round trips and planning would cost more than the work.
 */
export function asSystemAtOnce<const S extends readonly Statement[]>(
  reason: string,
  organisationId: string,
  statements: S,
): Promise<Rows<S>> {
  const actor: SystemActor = { kind: "system", organisationId, reason };
  return atOnce(actor, statements);
}
