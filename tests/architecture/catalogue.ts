import { asSuperuser } from "../support/database";

/** A table of schema public as the catalogue describes it. */
export type Table = {
  name: string;
  owner: string;
  isSecured: boolean;
  isForced: boolean;
  /** Whether organisation_id is there, and takes no null. */
  tenant: "not null" | "null" | null;
};

/** Every table of the application. */
export const listTables = () =>
  asSuperuser<Table>(`
    SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner,
      c.relrowsecurity AS "isSecured", c.relforcerowsecurity AS "isForced",
      (SELECT CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped) AS tenant
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);

/** Every index with the expression of its first column; a primary key says so. */
export const listIndexes = () =>
  asSuperuser<{ table: string; name: string; isPrimary: boolean; first: string }>(`
    SELECT t.relname AS table, i.relname AS name, x.indisprimary AS "isPrimary", pg_get_indexdef(x.indexrelid, 1, true) AS first
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relnamespace = 'public'::regnamespace ORDER BY 1, 2`);

/** Every foreign key with its columns on both sides, in step. */
export const listForeignKeys = () =>
  asSuperuser<{ name: string; table: string; target: string; columns: string[]; targetColumns: string[] }>(`
    SELECT k.conname AS name, k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS target,
      ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, at)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.at) AS columns,
      ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, at)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.at) AS "targetColumns"
    FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1`);

/** The commands that some policy allows, per table: "SELECT", or "ALL". */
export const listPolicies = () =>
  asSuperuser<{ table: string; commands: string[] }>(`
    SELECT tablename AS table, array_agg(DISTINCT cmd ORDER BY cmd) AS commands
    FROM pg_policies WHERE schemaname = 'public' GROUP BY 1 ORDER BY 1`);
