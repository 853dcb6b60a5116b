import { Client, type QueryResultRow } from "pg";

/** This Jest worker's own database, migrated and, at the start of the run, empty. */
export function testDatabase(): { url: string } {
  return { url: inWorkersDatabase("PORTICO_TEST_TEMPLATE_URL") };
}

function inWorkersDatabase(variable: string): string {
  const url = new URL(process.env[variable] ?? missing(variable));
  url.pathname = `/portico_test_${process.env.JEST_WORKER_ID}`;
  return url.href;
}

function missing(variable: string): never {
  throw new Error(
    `${variable} is not set: tests that need PostgreSQL belong in tests/**/*.test.ts and run under Jest.`,
  );
}

/** Runs one statement as superuser, whom row-level security does not hold: to arrange and to inspect, never to act. */
export async function asSuperuser<Row extends QueryResultRow>(
  sql: string,
  params: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: inWorkersDatabase("PORTICO_TEST_SUPERUSER_URL") });
  await client.connect();
  try {
    return (await client.query<Row>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Empties every table of the application and its queue of jobs. What the test before left on record is looked through first, so that each
 * act of the application, wherever it is tried, is held to putting no secret there.
 */
export async function resetDatabase(): Promise<void> {
  const leaks = await listSecretsOnRecord();
  // What is on record cannot be emptied otherwise: its triggers refuse.
  await asSuperuser(`SET session_replication_role = replica; ${EMPTY_FILLED_TABLES}`);
  refuse(leaks);
}

/** Throws when an audit event holds a password's or a link's hash, a link, or what looks like a secret or is called one. */
export async function refuseSecretsOnRecord(): Promise<void> {
  refuse(await listSecretsOnRecord());
}

const listSecretsOnRecord = () => asSuperuser<{ act: string; held: string }>(SECRETS_ON_RECORD);

function refuse(leaks: unknown[]): void {
  if (leaks.length > 0) throw new Error(`A secret is on record: ${JSON.stringify(leaks)}`);
}

const SECRETS_ON_RECORD = `
  SELECT act, held FROM (SELECT act, concat_ws(' ', subject, before, after) AS held FROM audit_events) e
  WHERE held ~ '[$]argon2|/(activate|reset)/'
    OR held ~* '"[^"]*(password|secret|token|hash)[^"]*": *"'
    OR held ~ '\\m(?=[\\w-]*[0-9])(?=[\\w-]*[A-Z])(?=[\\w-]*[a-z])[\\w-]{43}\\M'
    OR EXISTS (SELECT FROM token_secrets s WHERE strpos(held, s.hash) > 0)
  LIMIT 5`;

// Only tables that hold rows are truncated: truncating all of them takes several times as long.
const EMPTY_FILLED_TABLES = `
  DO $$
  DECLARE
    candidate regclass;
    filled boolean;
    targets text[] := '{}';
  BEGIN
    FOR candidate IN
      SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND (n.nspname = 'public' OR (n.nspname = 'graphile_worker' AND c.relname LIKE '\\_private\\_job%'))
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', candidate) INTO filled;
      IF filled THEN targets := targets || candidate::text; END IF;
    END LOOP;
    IF cardinality(targets) > 0 THEN
      EXECUTE 'TRUNCATE ' || array_to_string(targets, ', ') || ' RESTART IDENTITY CASCADE';
    END IF;
  END $$`;
