import { existsSync } from "node:fs";
import path from "node:path";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { checkImport } from "@/lib/imports/check-import";
import { checkImportInput } from "@/lib/imports/input";
import { demandRun, listRows, type ImportRow, type ImportRun } from "@/lib/imports/queries";
import { startImport } from "@/lib/imports/start-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { workOnImport } from "@/lib/imports/work-on-import";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

/** Real customer and supplier lists, when they are at hand. */
export const northwind = path.resolve(process.cwd(), "../shared/data/northwind");
export const hasNorthwind = existsSync(northwind);

type Choices = { kind?: "customer" | "supplier"; mapping?: Record<string, string> } & Partial<
  Pick<ImportRun, "mode" | "emptyCells" | "linkLogins">
>;

export const findRun = (actor: StaffActor, id: string): Promise<ImportRun> =>
  asActor(actor, (tx) => demandRun(tx, id));

const work = (actor: StaffActor, runId: string) =>
  workOnImport({ organisationId: actor.organisationId, runId });

/** Uploads a file and asks for its check with the guessed columns, but does not do it. */
export async function upload(
  actor: StaffActor,
  file: string | Buffer,
  choices: Choices = {},
): Promise<string> {
  const { kind = "customer", mapping, mode = "create-and-update", emptyCells = "keep", linkLogins } = choices;
  const id = await uploadImport(actor, { kind, fileName: "list.csv", bytes: Buffer.from(file) });
  const guessed = mapping ?? (await findRun(actor, id)).mapping;
  const columns = Object.entries(guessed).map(([at, key]) => [`column-${at}`, key]);
  const form = {
    id,
    mode,
    emptyCells,
    ...(linkLogins && { linkLogins: "on" }),
    ...Object.fromEntries(columns),
  };
  await asActor(actor, (tx) => checkImport({ tx, actor }, checkImportInput.parse(form)));
  return id;
}

export type Checked = ImportRun & { rows: ImportRow[] };

/** Uploads and checks a file as the worker does, and returns the run with its first rows. */
export async function check(
  actor: StaffActor,
  file: string | Buffer,
  choices: Choices = {},
): Promise<Checked> {
  const id = await upload(actor, file, choices);
  await work(actor, id);
  const rows = await asActor(actor, (tx) => listRows(tx, id, { limit: 1_000 }));
  return { ...(await findRun(actor, id)), rows };
}

/** Starts a checked import and does it as the worker does. */
export async function start(actor: StaffActor, id: string): Promise<ImportRun> {
  await asActor(actor, (tx) => startImport({ tx, actor }, { id }));
  await work(actor, id);
  return findRun(actor, id);
}

/** Uploads, checks and imports a file. */
export async function importFile(
  actor: StaffActor,
  file: string | Buffer,
  choices: Choices = {},
): Promise<ImportRun> {
  const { id } = await check(actor, file, choices);
  return start(actor, id);
}

export type StoredCompany = Record<string, unknown> & { id: string; code: string; name: string };

/** What is there, whoever may see it. */
export const storedCompanies = (organisationId: string) =>
  asSuperuser<StoredCompany>("SELECT * FROM companies WHERE organisation_id = $1 ORDER BY code", [
    organisationId,
  ]);

/** The codes that are there. */
export const codesOf = async ({ organisationId }: People): Promise<string[]> =>
  (await storedCompanies(organisationId)).map(({ code }) => code);

/** The company that has this code. */
export const companyOf = async ({ organisationId }: People, code: string) =>
  (await storedCompanies(organisationId)).find((company) => company.code === code);

/** Contacts with their company’s code and their e-mail address. */
export const storedContacts = (organisationId: string) =>
  asSuperuser<{
    code: string;
    name: string;
    job_title: string;
    phone: string;
    email: string | null;
    id: string;
  }>(
    `SELECT k.*, c.code, l.email FROM contacts k JOIN companies c ON c.id = k.company_id
      LEFT JOIN logins l ON l.id = k.login_id WHERE k.organisation_id = $1 ORDER BY c.code, k.name`,
    [organisationId],
  );
