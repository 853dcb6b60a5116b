import { sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";

/** Fewer rows in a table say nothing about how it will be with an import's in it; fewer in an import change no statistics. */
export const MANY_ROWS = 1_000;

const tables = [
  { name: "companies", columns: "organisation_id, id, kind, parent_id" },
  { name: "contacts", columns: "organisation_id, id, company_id, login_id" },
  { name: "logins", columns: "organisation_id, id, email" },
  { name: "import_rows", columns: "organisation_id, run_id, line, outcome" },
];

async function analyze(tx: Tx, misleading: string): Promise<void> {
  for (const { name, columns } of tables) {
    const { rows } = await tx.execute(
      sql`SELECT FROM pg_class WHERE oid = ${name}::regclass AND ${sql.raw(misleading)}`,
    );
    if (rows.length > 0) await tx.execute(sql.raw(`ANALYZE ${name} (${columns})`));
  }
}

/**
 * Lets PostgreSQL look at tables of which it knows nothing, or nothing true, such as after a large import that was undone. It
 * would otherwise take any index for as good as any other, and read the whole table for each row.
 */
export async function refreshStatistics(actor: StaffActor): Promise<void> {
  // In a transaction of its own: ANALYZE holds a lock until the end of its transaction.
  await asActor(actor, (tx) => analyze(tx, "reltuples < pg_relation_size(oid) / 8192.0"));
}

/** The same for tables that were nearly empty, once the first of many rows are in them and before the rest come. */
export const refreshGrowing = (tx: Tx): Promise<void> => analyze(tx, `reltuples < ${MANY_ROWS}`);

/** Lets PostgreSQL look at everything that a large import has filled, so that the very next page is quick. */
export async function refreshAfterImport(actor: StaffActor): Promise<void> {
  await asActor(actor, (tx) =>
    tx.execute(sql`ANALYZE companies, contacts, logins, assignments, search_words, audit_events`),
  );
}
