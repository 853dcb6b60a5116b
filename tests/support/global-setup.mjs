import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { applicationDatabase, withSuperuser } from "../../bin/lib/postgres/application-database.mjs";
import { startCluster } from "../../bin/lib/postgres/cluster.mjs";
import { prepareDatabase } from "../../bin/lib/prepared.mjs";

const TEMPLATE = "portico_template";

// Tests may lose everything when the machine stops, and are quicker for it.
const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** @type {import("../../bin/lib/postgres/cluster.mjs").Cluster | undefined} */
let cluster;

/**
 * Starts PostgreSQL for this test run, migrates a template database and gives each Jest worker a copy of it.
 * @param {import("@jest/types").Config.GlobalConfig} jest
 */
export default async function setUp({ maxWorkers }) {
  cluster = await startCluster(await mkdtemp(path.join(tmpdir(), "portico-test-")), {
    temporary: true,
    settings: QUICK,
  });
  const templateUrl = await applicationDatabase(cluster, TEMPLATE);
  await prepareDatabase("migrate", {
    ...process.env,
    DATABASE_URL: templateUrl,
    AUTH_SECRET: "-".repeat(32),
  });
  await withSuperuser(cluster.superuserUrl("postgres"), async (client) => {
    for (let worker = 1; worker <= maxWorkers; worker++) {
      await client.query(`CREATE DATABASE portico_test_${worker} TEMPLATE ${TEMPLATE} OWNER portico`);
    }
  });
  process.env.PORTICO_TEST_TEMPLATE_URL = templateUrl;
  process.env.PORTICO_TEST_SUPERUSER_URL = cluster.superuserUrl(TEMPLATE);
}

/** Stops this test run's PostgreSQL, which takes its files along. */
export async function tearDown() {
  await cluster?.stop();
}
