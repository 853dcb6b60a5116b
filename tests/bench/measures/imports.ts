import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { checkImport } from "@/lib/imports/check-import";
import { checkImportInput } from "@/lib/imports/input";
import { demandRun } from "@/lib/imports/queries";
import { startImport } from "@/lib/imports/start-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { workOnImport } from "@/lib/imports/work-on-import";
import { newId } from "@/lib/platform/ids";
import { ORGANISATION } from "../load-data";
import { fact, figure } from "../report";

const ROWS = 50_000;
const MOST_TIMES = 5;

const clerk: StaffActor = {
  kind: "staff",
  organisationId: ORGANISATION,
  staffId: ORGANISATION,
  name: "Bench Clerk",
  roles: ["administrator"],
  reach: "all",
};

/** An import by file, from the upload until it is done, beside COPY of the rows that it made into tables without and with their indexes. */
export async function measureImports(superuserUrl: string): Promise<void> {
  const id = await uploadImport(clerk, { kind: "customer", fileName: "bench.csv", bytes: madeUpFile() });
  const began = performance.now();
  const { mapping } = await asActor(clerk, (tx) => demandRun(tx, id));
  const columns = Object.entries(mapping).map(([at, key]) => [`column-${at}`, key]);
  const form = { id, mode: "create", emptyCells: "keep", ...Object.fromEntries(columns) };
  await asActor(clerk, (tx) => checkImport({ tx, actor: clerk }, checkImportInput.parse(form)));
  await workOnImport({ organisationId: ORGANISATION, runId: id });
  const checked = performance.now();
  await asActor(clerk, (tx) => startImport({ tx, actor: clerk }, { id }));
  await workOnImport({ organisationId: ORGANISATION, runId: id });
  const done = performance.now();
  const { state, problem } = await asActor(clerk, (tx) => demandRun(tx, id));
  if (state !== "done") throw new Error(`The import is ${state}: ${problem}`);
  fact(`of the import ${seconds(checked - began)} are the check that comes before it`);
  const bare = await copyingMs(superuserUrl, "");
  const indexed = await copyingMs(superuserUrl, "INCLUDING INDEXES");
  beside("COPY into bare tables", done - began, bare);
  beside("COPY into tables with their indexes", done - began, indexed);
}

function madeUpFile(): Buffer {
  const lines = Array.from({ length: ROWS }, (_, at) =>
    [
      `IMP${at}`,
      `Imported ${at} Ltd`,
      `${at} High Street`,
      "Leeds",
      "UK",
      `Ina ${at}`,
      `ina${at}@import.example`,
    ].join(","),
  );
  return Buffer.from(["Code,Name,Address,City,Country,Contact name,Contact e-mail", ...lines].join("\n"));
}

const importedCompanies = "SELECT id FROM companies WHERE code LIKE 'IMP%'";
const importedContacts = `SELECT id FROM contacts WHERE company_id IN (${importedCompanies})`;

/** What the import made, by table. */
const made = {
  companies: `id IN (${importedCompanies})`,
  logins: "email LIKE '%@import.example'",
  contacts: `id IN (${importedContacts})`,
  search_words: `id IN (${importedCompanies} UNION ALL ${importedContacts})`,
};

/** The milliseconds in which COPY reads those rows back into new tables, made like theirs. */
async function copyingMs(superuserUrl: string, like: string): Promise<number> {
  const file = path.join(tmpdir(), `portico-bench-${newId()}`);
  return withSuperuser(superuserUrl, async (client) => {
    let taken = 0;
    for (const [table, rows] of Object.entries(made)) {
      await client.query(`CREATE TABLE copied (LIKE ${table} INCLUDING DEFAULTS ${like})`);
      await client.query(`COPY (SELECT * FROM ${table} WHERE ${rows}) TO '${file}'`);
      const began = performance.now();
      const { rowCount } = await client.query(`COPY copied FROM '${file}'`);
      taken += performance.now() - began;
      if (!rowCount) throw new Error(`The import added nothing to ${table}.`);
      await client.query("DROP TABLE copied");
      await rm(file);
    }
    return taken;
  });
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function beside(what: string, portico: number, bare: number): void {
  const ratio = portico / bare;
  figure({
    name: `import of ${ROWS} companies, a contact and a login each, beside ${what}`,
    portico: seconds(portico),
    bare: seconds(bare),
    ratio,
    limit: `at most ${MOST_TIMES}`,
    holds: ratio <= MOST_TIMES,
  });
}
