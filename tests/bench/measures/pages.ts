import { runNode } from "@/bin/lib/run.mjs";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listCompanies } from "@/lib/companies/list-companies";
import { readCompanyList } from "@/lib/companies/list-input";
import { writeCursor } from "@/lib/paging/keyset";
import { signIn } from "../forms";
import { loadPage, type Load } from "../load";
import { ORGANISATION, STAFF } from "../load-data";
import { fact, figure, medianMs } from "../report";
import { startBare, startPortico, type Server } from "../servers";

const actor: StaffActor = {
  kind: "staff",
  organisationId: ORGANISATION,
  staffId: ORGANISATION,
  name: "Bench Clerk",
  reach: "all",
  roles: ["administrator"],
};

/** The addresses that are measured: the first page, one from the middle of the list, and searches that find some and many. */
async function addresses(superuserUrl: string): Promise<Record<string, string>> {
  const middle = await withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT name, id FROM companies WHERE kind = 'customer' AND status <> 'closed' ORDER BY name, id OFFSET (SELECT count(*) / 2 FROM companies WHERE kind = 'customer') LIMIT 1",
    );
    return rows[0] as { name: string; id: string };
  });
  const page = writeCursor({ side: "after", value: middle.name, id: middle.id });
  return {
    "first page": "",
    "a page from the middle": `?page=${page}`,
    "search “arbour mil” (some)": "?q=arbour+mil",
    "search “foods” (many)": "?q=foods",
    "search “C04711” (one)": "?q=C04711",
  };
}

/** The customers page under load beside the same HTML from constants, and what of it the database takes. */
export async function measurePages(env: NodeJS.ProcessEnv, superuserUrl: string): Promise<void> {
  await runNode(["node_modules/next/dist/bin/next", "build", "tests/bench/bare"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const bare = await withServer(await startBare(env), (server) => loadPage(server.url));
  fact(
    `a bare page of 50 rows: ${bare.perSecond.toFixed(0)}/s at 16 clients, ${(bare.bytes / 1000).toFixed(0)} kB`,
  );
  await withServer(await startPortico(env), async (portico) => {
    const cookie = await signIn(portico.url, STAFF);
    for (const [name, query] of Object.entries(await addresses(superuserUrl))) {
      const load = await loadPage(`${portico.url}/customers${query}`, cookie);
      compare(`customers, ${name}`, load, bare, await databaseMs(query));
    }
    fact(`the server holds ${(await portico.residentMb()).toFixed(0)} MB after the run`);
  });
}

async function withServer<T>(server: Server, work: (server: Server) => Promise<T>): Promise<T> {
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function databaseMs(query: string): Promise<number> {
  const params = Object.fromEntries(new URLSearchParams(query));
  const { rows } = await asActor(actor, (tx) =>
    listCompanies(tx, actor, "customer", readCompanyList(params)),
  );
  if (rows.length === 0) throw new Error(`Nothing is found by “${query}”, so nothing would be measured.`);
  return medianMs(30, () =>
    asActor(actor, (tx) => listCompanies(tx, actor, "customer", readCompanyList(params))),
  );
}

function compare(name: string, portico: Load, bare: Load, databaseTakes: number): void {
  const [own, constant] = [1000 / portico.perSecond, 1000 / bare.perSecond];
  figure({
    name,
    portico: `${portico.perSecond.toFixed(0)}/s (p50 ${portico.p50} ms, p99 ${portico.p99} ms, ${(portico.bytes / 1000).toFixed(0)} kB; database ${databaseTakes.toFixed(1)} ms)`,
    bare: `${bare.perSecond.toFixed(0)}/s`,
    ratio: own / constant,
    limit: "at most 1.5, plus at most 10 ms of database",
    holds: own <= 1.5 * constant + 10 && databaseTakes <= 10,
  });
}
