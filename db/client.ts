import { Pool } from "pg";
import { env } from "../lib/platform/env";

// Next.js evaluates modules once per bundle; the pool is kept on the process so that there is one.
const process_ = globalThis as typeof globalThis & { porticoPool?: Pool };

/** The process's pool of connections as the application's database user. */
export function pool(): Pool {
  return (process_.porticoPool ??= openPool());
}

function openPool(): Pool {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  const opened = new Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL_SIZE,
    application_name: "portico",
    // Whoever cannot be served in this time is told so; waiting for ever would be no answer either.
    connectionTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle is replaced on next use; without a listener it would end the process.
  opened.on("error", () => undefined);
  // One that breaks between two queries of a transaction reports it with the next query.
  opened.on("connect", (client) => client.on("error", () => undefined));
  return opened;
}

/** Closes every connection; for commands and tests that end. */
export async function closePool(): Promise<void> {
  const open = process_.porticoPool;
  process_.porticoPool = undefined;
  await open?.end();
}
