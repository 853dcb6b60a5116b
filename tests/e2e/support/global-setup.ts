import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild } from "@/bin/lib/build.mjs";
import { applicationDatabase, withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { startCluster } from "@/bin/lib/postgres/cluster.mjs";
import { prepareDatabase } from "@/bin/lib/prepared.mjs";
import { serverEnvironment, type Ground } from "./ground";

/** Builds the application and prepares one database without and one with the demo, which each worker copies. */
export default async function setUp(): Promise<() => Promise<void>> {
  await ensureBuild();
  const home = await mkdtemp(path.join(tmpdir(), "portico-e2e-"));
  const cluster = await startCluster(home, { temporary: true, settings: { fsync: "off" } });
  const bare = await applicationDatabase(cluster, "portico_bare");
  await prepareDatabase("migrate", serverEnvironment(bare));
  await withSuperuser(cluster.superuserUrl("postgres"), (client) =>
    client.query("CREATE DATABASE portico_demo TEMPLATE portico_bare OWNER portico"),
  );
  const { demo } = await prepareDatabase("demo", serverEnvironment(bare.replace(/bare$/, "demo")));
  const ground: Ground = { url: bare, superuserUrl: cluster.superuserUrl("postgres"), demo };
  process.env.PORTICO_E2E = JSON.stringify(ground);
  return () => cluster.stop();
}
