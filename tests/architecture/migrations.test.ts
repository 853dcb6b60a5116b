import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { asSuperuser, testDatabase } from "../support/database";

const migrations = join(process.cwd(), "db/migrations");
const stepwise = `portico_stepwise_${process.env.JEST_WORKER_ID}`;

type Journal = { entries: { tag: string }[] };
const readJournal = async () =>
  JSON.parse(await readFile(join(migrations, "meta/_journal.json"), "utf8")) as Journal;

// What PostgreSQL itself says of everything that a migration can make.
const catalogue = [
  `SELECT table_name, column_name, ordinal_position, column_default, is_nullable, data_type, collation_name
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  `SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
  `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  `SELECT tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies
    WHERE schemaname = 'public' ORDER BY 1, 2`,
  "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text !~ 'graphile' ORDER BY 1",
  `SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
  "SELECT extname FROM pg_extension ORDER BY 1",
];

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const describeDatabase = (url: string) =>
  connected(url, async (client) => {
    const described = [];
    for (const query of catalogue) described.push((await client.query(query)).rows);
    return described;
  });

/** Applies the first `count` migrations only, as an older version of Portico would have. */
async function migrateTo(url: string, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "portico-migrations-"));
  const journal = await readJournal();
  await mkdir(join(folder, "meta"));
  for (const { tag } of journal.entries.slice(0, count))
    await cp(join(migrations, `${tag}.sql`), join(folder, `${tag}.sql`));
  const cut = { ...journal, entries: journal.entries.slice(0, count) };
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify(cut));
  await connected(url, (client) => runMigrations(drizzle({ client }), { migrationsFolder: folder }));
  await rm(folder, { recursive: true });
}

// A portal as the first version left it: what later migrations meet in real life.
const FIRST_ROWS = `
  SELECT set_config('app.organisation_id', o, false), set_config('app.reach', 'system', false)
    FROM (VALUES ('00000000-0000-7000-8000-000000000001')) v (o);
  INSERT INTO organisations (id, slug, name) VALUES (app_organisation(), 'first', 'First');
  INSERT INTO staff_users (organisation_id, id, email, name) VALUES (app_organisation(), gen_random_uuid(), 'ada@first.example', 'Ada');
  INSERT INTO companies (organisation_id, id, kind, code, name) VALUES (app_organisation(), gen_random_uuid(), 'customer', 'A1', 'Ärzte');
  INSERT INTO logins (organisation_id, id, email) VALUES (app_organisation(), gen_random_uuid(), 'ana@first.example');
  INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
    SELECT app_organisation(), gen_random_uuid(), c.id, 'customer', l.id, 'Ana', 1 FROM companies c, logins l;
  INSERT INTO tokens (organisation_id, id, purpose, login_id, email, expires_at)
    SELECT app_organisation(), gen_random_uuid(), 'activation', id, email, now() FROM logins;
  INSERT INTO mail (organisation_id, id, template, to_address, data)
    VALUES (app_organisation(), gen_random_uuid(), 'account-activation', 'ana@first.example', '{}');
  INSERT INTO access_changes (organisation_id, id, summary, made_by_name) VALUES (app_organisation(), 1, 'Added Ana', 'Ada');
  INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, contact_id, permission, effect)
    SELECT app_organisation(), 1, 1, 'customer', 'contact', id, 'invoices', 'allow' FROM contacts;
  INSERT INTO access_changes (organisation_id, id, summary, made_by_name, undone_at, undone_by_name)
    VALUES (app_organisation(), 2, 'All off', 'Ada', '2026-11-03', 'Grace');
  INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, permission, effect)
    VALUES (app_organisation(), 2, 0, 'customer', 'everyone', 'invoices', 'deny');
`;

const LEDGER_AFTERWARDS = `
  SELECT set_config('app.organisation_id', '00000000-0000-7000-8000-000000000001', false), set_config('app.reach', 'system', false);
  SELECT h.id, subjects, is_for_everyone, company_count, contact_count, u.undone_by_name
    FROM access_changes h LEFT JOIN access_undos u ON u.change_id = h.id ORDER BY h.id`;

describe("migrations", () => {
  const url = new URL(testDatabase().url);
  url.pathname = `/${stepwise}`;

  beforeAll(() => asSuperuser(`CREATE DATABASE ${stepwise} OWNER ${url.username}`));
  afterAll(() => asSuperuser(`DROP DATABASE IF EXISTS ${stepwise}`));

  it("bring a database that was upgraded step by step, with rows in it, to where a fresh one begins", async () => {
    const { entries } = await readJournal();
    await migrateTo(url.href, 2);
    await connected(url.href, (client) => client.query(FIRST_ROWS));
    for (let count = 3; count <= entries.length; count++) await migrateTo(url.href, count);
    expect(await describeDatabase(url.href)).toEqual(await describeDatabase(testDatabase().url));
    const results: unknown = await connected(url.href, (client) => client.query(LEDGER_AFTERWARDS));
    const common = { subjects: ["customer invoices"], company_count: 0 };
    expect((results as { rows: unknown[] }[]).at(-1)?.rows).toEqual([
      { ...common, id: "1", is_for_everyone: false, contact_count: 1, undone_by_name: null },
      { ...common, id: "2", is_for_everyone: true, contact_count: 0, undone_by_name: "Grace" },
    ]);
  }, 60_000);

  it("say what the schema says: there is nothing left to generate", async () => {
    const folder = await mkdtemp(join(tmpdir(), "portico-schema-"));
    await cp(migrations, folder, { recursive: true });
    const said = execFileSync(
      process.execPath,
      [
        "node_modules/drizzle-kit/bin.cjs",
        "generate",
        "--dialect=postgresql",
        "--schema=./db/schema/index.ts",
        `--out=${relative(process.cwd(), folder)}`,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    await rm(folder, { recursive: true });
    expect(said).toContain("No schema changes");
  }, 60_000);

  it("lift row-level security where they change rows, which they would not see otherwise", async () => {
    const names = (await readdir(migrations)).filter((name) => name.endsWith(".sql"));
    const blind = [];
    for (const name of names) {
      const statements = (await readFile(join(migrations, name), "utf8")).split("--> statement-breakpoint");
      const changesRows = statements.some((statement) =>
        /^\s*(UPDATE|DELETE|INSERT)\b/im.test(outsideBodies(statement)),
      );
      if (changesRows && !statements.some((statement) => /NO FORCE ROW LEVEL SECURITY/i.test(statement)))
        blind.push(name);
    }
    expect(blind).toEqual([]);
  });
});

/** A statement without the bodies of functions and without comments. */
const outsideBodies = (statement: string) =>
  statement.replace(/(\$\w*\$)[\s\S]*?\1/g, "").replace(/--.*$/gm, "");
