import { escapeIdentifier, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./as-actor";

/** A value as COPY takes it: text, or null. */
export type CopyValue = string | null;

/** Adds rows to a table by COPY, in the transaction; for tables without row-level security, which COPY does not know. */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const { $client: client } = tx as Tx & { $client: PoolClient };
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const stream = client.query(copyFrom(`COPY ${escapeIdentifier(table)} (${names}) FROM STDIN`));
  await new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve).once("error", reject);
    stream.end(rows.map(copyLine).join(""));
  });
}

const copyLine = (row: readonly CopyValue[]): string => `${row.map(copyValue).join("\t")}\n`;

const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function copyValue(value: CopyValue): string {
  if (value === null) return "\\N";
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : value;
}
