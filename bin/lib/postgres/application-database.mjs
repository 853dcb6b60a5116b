import { randomBytes } from "node:crypto";

const ROLE = "portico";

/**
 * Makes sure that the cluster has the application's role, which row-level security holds, and a database that it
 * owns; answers the URL. The password is new each time: nobody else needs to know it.
 * @param {import("./cluster.mjs").Cluster} cluster
 * @param {string} database
 */
export async function applicationDatabase(cluster, database) {
  const password = randomBytes(24).toString("base64url");
  await withSuperuser(cluster.superuserUrl("postgres"), async (client) => {
    const { rows: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [ROLE]);
    const rights = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";
    await client.query(`${roles[0] ? "ALTER" : "CREATE"} ROLE ${ROLE} ${rights} PASSWORD '${password}'`);
    const { rows: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      database,
    ]);
    if (!databases[0]) await client.query(`CREATE DATABASE ${database} OWNER ${ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  });
  return `postgresql://${ROLE}:${password}@127.0.0.1:${cluster.port}/${database}`;
}

/**
 * Runs `work` with a connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSuperuser(url, work) {
  // Loaded late: these programs begin before the packages are installed.
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
