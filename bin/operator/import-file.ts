import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { parseInput } from "@/lib/auth/action-result";
import { reachFor } from "@/lib/auth/needs";
import { checkImport } from "@/lib/imports/check-import";
import { findField } from "@/lib/imports/fields";
import { demandRun, listRows, type ImportRun } from "@/lib/imports/queries";
import { startImport } from "@/lib/imports/start-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { WORK_ON_IMPORT, workOnImport } from "@/lib/imports/work-on-import";
import { findPortal } from "@/lib/organisations/queries";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { emailInput } from "@/lib/platform/inputs";
import { findActiveStaff, findStaffByEmail } from "@/lib/staff/queries";
import type { Order } from "./run";

const input = z.object({
  ...{ organisation: z.string(), as: emailInput, file: z.string() },
  kind: z.enum(["customer", "supplier"], { error: "Say customer or supplier." }).default("customer"),
  ...{ "create-only": z.boolean().default(false), "clear-empty": z.boolean().default(false) },
  ...{ "link-logins": z.boolean().default(false), "dry-run": z.boolean().default(false) },
});

const WHY = "import by an operator";
const ERRORS_SHOWN = 20;

/** Checks a file as the page Imports does and, unless it is a dry run, imports it; false when rows have errors. */
export async function importFile({ command, values, from }: Order): Promise<boolean> {
  const given = parseInput(input, values);
  const actor = await findImporter(given.organisation, given.as);
  const bytes = await readFile(path.resolve(from, given.file)).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal("not-found", `The file ${given.file} cannot be read (${error.code}).`);
  });
  const id = await uploadImport(actor, { kind: given.kind, fileName: path.basename(given.file), bytes });
  const checked = await work(actor, id, async (tx) => {
    const columns = columnsOf(await demandRun(tx, id), command === "import contacts");
    await checkImport(
      { tx, actor },
      {
        ...{ id, columns, mode: given["create-only"] ? "create" : "create-and-update" },
        ...{ emptyCells: given["clear-empty"] ? "clear" : "keep", linkLogins: given["link-logins"] },
      },
    );
  });
  tellOutcome(checked, given["dry-run"] ? "would be" : "to be");
  if (checked.outcome?.error) return tellErrors(actor, id);
  if (given["dry-run"]) return true;
  const done = await work(actor, id, async (tx) => void (await startImport({ tx, actor }, { id })));
  console.log(`Imported. Every row is at ${env().baseUrl}/imports/${id}`);
  return done.state === "done";
}

async function findImporter(slug: string, email: string): Promise<StaffActor> {
  const organisation = await findPortal(slug);
  if (!organisation) throw new Refusal("not-found", `There is no organisation “${slug}”.`);
  const found = await asSystem(WHY, "any", (tx) => findStaffByEmail(tx, email));
  const staff =
    found?.organisationId === organisation.id
      ? await asSystem(WHY, organisation.id, (tx) => findActiveStaff(tx, found.id))
      : null;
  const reach = staff && reachFor("importCompanies", staff.roles);
  if (!staff) throw new Refusal("not-found", `Nobody who works for “${slug}” signs in as ${email}.`);
  if (!reach)
    throw new Refusal(
      "forbidden",
      `${staff.name} may not import: that takes companyView and companyEdit, or an administrator.`,
    );
  return {
    kind: "staff",
    organisationId: organisation.id,
    staffId: staff.id,
    name: staff.name,
    roles: staff.roles,
    reach,
  };
}

/** What each column is taken for, as guessed from its heading. */
function columnsOf({ mapping }: ImportRun, withContacts: boolean): [string, string][] {
  const known = Object.entries(mapping).map(([at, key]) => ({ at, key, of: findField(key)?.of }));
  if (withContacts && !known.some(({ of }) => of === "contact"))
    throw new Refusal(
      "invalid",
      "No column of the file is about contacts. Name one “Contact name” and one “Contact e-mail”, or import companies.",
    );
  return known.filter(({ of }) => withContacts || of === "company").map(({ at, key }) => [at, key]);
}

/** Has something begun that the worker would take up, and does it here, where somebody waits for it. */
async function work(actor: StaffActor, id: string, begin: (tx: Tx) => Promise<void>): Promise<ImportRun> {
  await asActor(actor, async (tx) => {
    await begin(tx);
    await tx.execute(sql`SELECT graphile_worker.remove_job(${`${WORK_ON_IMPORT} ${id}`})`);
  });
  await workOnImport({ organisationId: actor.organisationId, runId: id });
  const run = await asActor(actor, (tx) => demandRun(tx, id));
  if (run.problem) throw new Refusal("conflict", run.problem);
  return run;
}

function tellOutcome({ outcome }: ImportRun, how: string): void {
  const { create = 0, update = 0, unchanged = 0, error = 0, contacts = 0 } = outcome ?? {};
  console.log(
    `${create} rows ${how} created, ${update} changed, ${unchanged} as they are, ${error} with errors; ${contacts} contacts ${how} added.`,
  );
}

async function tellErrors(actor: StaffActor, id: string): Promise<false> {
  const rows = await asActor(actor, (tx) => listRows(tx, id, { outcome: "error", limit: ERRORS_SHOWN }));
  for (const { line, problems } of rows)
    for (const { message } of problems ?? []) console.error(`  Line ${line}: ${message}`);
  console.error(`Nothing was imported. Every row is at ${env().baseUrl}/imports/${id}`);
  return false;
}
