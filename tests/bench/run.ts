import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild } from "@/bin/lib/build.mjs";
import { applicationDatabase } from "@/bin/lib/postgres/application-database.mjs";
import { startCluster } from "@/bin/lib/postgres/cluster.mjs";
import { prepareDatabase } from "@/bin/lib/prepared.mjs";
import { closePool } from "@/db/client";
import { loadAudit } from "./load-audit";
import { loadData } from "./load-data";
import { loadLedger } from "./load-ledger";
import { measureAccess } from "./measures/access";
import { measureActivations } from "./measures/activations";
import { measureAudit } from "./measures/audit";
import { measureImports } from "./measures/imports";
import { measureMails } from "./measures/mails";
import { measurePages } from "./measures/pages";
import { measureReach } from "./measures/reach";
import { measureSignIns } from "./measures/sign-ins";
import { fact, report } from "./report";

const { values } = parseArgs({
  options: {
    companies: { type: "string", default: "100000" },
    contacts: { type: "string", default: "1000000" },
    only: { type: "string", default: "pages,reach,sign-ins,mails,access,audit,activations,imports" },
  },
});

/** Loads the data, takes every figure beside its baseline, and prints the table; exit code 1 when one falls short. */
async function run(): Promise<void> {
  const size = { companies: Number(values.companies), contacts: Number(values.contacts) };
  if (values.only.includes("pages")) await ensureBuild();
  const home = await mkdtemp(path.join(tmpdir(), "portico-bench-"));
  const cluster = await startCluster(home, {
    temporary: true,
    settings: { shared_buffers: "1GB", max_wal_size: "4GB" },
  });
  try {
    const url = await applicationDatabase(cluster, "portico");
    const secret = "for measuring only, and long enough for that";
    Object.assign(process.env, {
      DATABASE_URL: url,
      AUTH_SECRET: secret,
      LOG_LEVEL: "warn",
      DATABASE_POOL_SIZE: "10",
    });
    await prepareDatabase("migrate", process.env);
    const began = performance.now();
    await loadData(cluster.superuserUrl("portico"), size);
    fact(
      `${size.companies} companies and ${size.contacts} contacts loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    const wanted = values.only.split(",");
    if (wanted.includes("pages"))
      await measurePages({ ...process.env, RUN_WORKER: "0" }, cluster.superuserUrl("portico"));
    if (wanted.includes("reach")) await measureReach(cluster.superuserUrl("portico"));
    if (wanted.includes("sign-ins")) await measureSignIns();
    if (wanted.includes("mails")) await measureMails(cluster.superuserUrl("portico"));
    if (wanted.includes("access")) {
      await loadLedger(cluster.superuserUrl("portico"), size);
      await measureAccess(cluster.superuserUrl("portico"));
    }
    if (wanted.includes("audit")) {
      await loadAudit(cluster.superuserUrl("portico"), size);
      await measureAudit(cluster.superuserUrl("portico"));
    }
    if (wanted.includes("activations")) await measureActivations();
    // Last, because it leaves 50,000 more companies behind.
    if (wanted.includes("imports")) await measureImports(cluster.superuserUrl("portico"));
    if (!report()) process.exitCode = 1;
  } finally {
    await closePool();
    await cluster.stop();
  }
}

await run();
process.exit();
