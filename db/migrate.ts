import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateWorker } from "graphile-worker";
import { Client } from "pg";

// Chosen once: whoever else migrates the same database at the same time waits for this advisory lock.
const MIGRATION_LOCK = 7_426_901;

/** Brings the database at `url` to this version; waits for another instance that is migrating, and changes nothing when there is nothing to do. */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refusePowerfulUser(client);
    await runMigrations(drizzle({ client }), { migrationsFolder: join(import.meta.dirname, "migrations") });
    await migrateWorker({ connectionString: url });
  } finally {
    await client.end();
  }
}

/** Throws when the connected user could ignore row-level security: isolation would then be a matter of luck. */
export async function refusePowerfulUser(client: {
  query(text: string): Promise<{ rows: { rolname: string; powerful: boolean }[] }>;
}): Promise<void> {
  const { rows } = await client.query(
    "SELECT rolname, rolsuper OR rolbypassrls AS powerful FROM pg_roles WHERE rolname = current_user",
  );
  if (rows[0]?.powerful)
    throw new Error(
      `The database user "${rows[0].rolname}" is a superuser or has BYPASSRLS, so the database could not keep customers apart. ` +
        "Give Portico a user of its own: CREATE ROLE portico LOGIN PASSWORD '…'; CREATE DATABASE portico OWNER portico;",
    );
}
