import { sql } from "drizzle-orm";
import type { Work } from "./work";

/**
 * Finds for each staged row the company that carries its code, upper or lower case alike, and its parent, into the temporary
 * table `matched`: `first_line` is where the file first names that code, `parent_line` where it names the parent's.
 */
export async function matchCompanies({ tx, plan }: Work): Promise<void> {
  const { kind, runId } = plan;
  // All of them at once: row-level security keeps lower(), which is not leakproof, away from the index.
  await tx.execute(sql`CREATE TEMP TABLE known ON COMMIT DROP AS
    SELECT id, version, lower(code) AS code FROM companies WHERE kind = ${kind}`);
  await tx.execute(sql`ANALYZE known`);
  await tx.execute(sql`
    CREATE TEMP TABLE matched ON COMMIT DROP AS
    WITH codes AS (SELECT lower(code) AS code, min(line) AS line FROM staged WHERE code <> '' GROUP BY 1)
    SELECT s.line, own.id IS NULL AS is_new, coalesce(own.id, shown.company_id, s.company_id) AS company_id, own.version,
      first.line AS first_line, parent.id AS parent_id, above.line AS parent_line, 0 AS depth, false AS is_circular
    FROM staged s
    LEFT JOIN known own ON s.code <> '' AND own.code = lower(s.code)
    LEFT JOIN known parent ON s."parentCode" <> '' AND parent.code = lower(s."parentCode")
    LEFT JOIN codes first ON s.code <> '' AND first.code = lower(s.code)
    LEFT JOIN codes above ON s."parentCode" <> '' AND above.code = lower(s."parentCode")
    LEFT JOIN import_rows shown ON shown.run_id = ${runId} AND shown.line = s.line`);
  await tx.execute(sql`CREATE INDEX ON matched (line)`);
  await tx.execute(sql`ANALYZE matched`);
}
