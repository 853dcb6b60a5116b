import type { ChildProcess } from "node:child_process";
import { asActor } from "@/db/as-actor";
import { cancelImport } from "@/lib/imports/cancel-import";
import type { ImportRun } from "@/lib/imports/queries";
import { startImport } from "@/lib/imports/start-import";
import { setLogLevel } from "@/lib/platform/log";
import { startWorker, type Worker } from "@/lib/worker/start";
import { kill, outputOf, startChild } from "@/tests/support/child-process";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { pause } from "@/tests/support/smtp-sink";
import { someImporters } from "./administrator";
import { check, findRun } from "./runs";

jest.setTimeout(120_000);

const ROWS = 20_000;
const list = `code,name,city,contact\n${Array.from({ length: ROWS }, (_, at) => `K${at},Company ${at},City ${at % 90},Person ${at}`).join("\n")}\n`;

let people: People;
let worker: Worker | undefined;
let child: ChildProcess | undefined;

beforeAll(() => setLogLevel("silent"));
beforeEach(async () => {
  people = await someImporters();
});
afterEach(async () => {
  if (child) await kill(child);
  await worker?.stop();
  child = worker = undefined;
});

async function startOther(): Promise<ChildProcess> {
  child = startChild("bin/worker.ts");
  await outputOf(child, "The worker is ready");
  return child;
}

async function queue(): Promise<string> {
  const { id } = await check(people.staff, list);
  await asActor(people.staff, (tx) => startImport({ tx, actor: people.staff }, { id }));
  return id;
}

async function until(id: string, isSo: (run: ImportRun) => boolean): Promise<ImportRun> {
  for (let waited = 0; waited < 90_000; waited += 25) {
    const run = await findRun(people.staff, id);
    if (isSo(run)) return run;
    await pause(25);
  }
  throw new Error(`Waited in vain: ${JSON.stringify(await findRun(people.staff, id))}`);
}

const HERE = "database = (SELECT oid FROM pg_database WHERE datname = current_database())";
const isWriting = ({ phase, rowsDone }: ImportRun) => phase === "companies" && rowsDone > 0;
const count = async (table: string) =>
  (await asSuperuser<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

it("an import whose worker was killed in the middle has left nothing, and is done whole by the next one", async () => {
  const id = await queue();
  const other = await startOther();
  await until(id, isWriting);
  await kill(other);
  // Until the database has noticed that nobody is there any more, the next worker finds the import taken.
  while (await count(`pg_locks WHERE locktype = 'advisory' AND ${HERE}`)) await pause(25);
  expect(await count("companies")).toBe(1);
  expect(await findRun(people.staff, id)).toMatchObject({ state: "running" });
  worker = await startWorker();
  expect(await until(id, ({ state }) => state !== "running")).toMatchObject({
    state: "done",
    tries: 2,
    rowsDone: ROWS,
  });
  expect(await count("companies")).toBe(ROWS + 1);
  expect(await count("contacts")).toBe(ROWS + 1);
  expect(await count("audit_events WHERE act = 'import.done'")).toBe(1);
  expect(await count("audit_events WHERE act = 'company.created'")).toBe(ROWS);
});

it("an import that is cancelled in the middle stops within moments and leaves nothing", async () => {
  const id = await queue();
  worker = await startWorker();
  await until(id, isWriting);
  await asActor(people.staff, (tx) => cancelImport({ tx, actor: people.staff }, { id }));
  expect(await until(id, ({ state }) => state !== "running")).toMatchObject({ state: "cancelled" });
  expect(await count("companies")).toBe(1);
  await expect(
    asActor(people.staff, (tx) => cancelImport({ tx, actor: people.staff }, { id })),
  ).rejects.toMatchObject({ code: "conflict" });
});

it("an import that waits is cancelled at once", async () => {
  const id = await queue();
  await asActor(people.staff, (tx) => cancelImport({ tx, actor: people.staff }, { id }));
  expect(await findRun(people.staff, id)).toMatchObject({ state: "cancelled" });
  worker = await startWorker();
  await pause(500);
  expect(await count("companies")).toBe(1);
});

it("an import goes on after the database's connections were lost", async () => {
  jest.spyOn(console, "trace").mockImplementation();
  const id = await queue();
  worker = await startWorker();
  await until(id, isWriting);
  await asSuperuser(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'portico%'",
  );
  expect(await until(id, ({ state }) => state === "done")).toMatchObject({ rowsDone: ROWS });
  expect(await count("companies")).toBe(ROWS + 1);
});
