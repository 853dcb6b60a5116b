import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { copyRows, type CopyValue } from "@/db/copy-rows";
import { newId } from "@/lib/platform/ids";
import { checkRow, type CheckedRow } from "./check-row";
import { importFields } from "./fields";
import { readSlices } from "./read-slices";
import { readRows, type FileFault, type FileRow } from "./read-rows";
import type { Plan, Work } from "./work";

const ROWS_A_COPY = 5_000;

/** Reads a run's file, checks each row by itself, and puts all of them into the temporary table `staged`. */
export async function stageFile(work: Work): Promise<void> {
  const { tx, plan } = work;
  await createStaged(tx);
  const batches = rowsBelowHeadings(readRows(await readSlices(tx, plan.runId), plan.delimiter));
  let staged = 0;
  for await (const batch of batches) {
    if (Array.isArray(batch)) staged += await stageRows(work, batch);
    else await stageFault(work, batch);
    await work.report("reading", staged);
  }
  await tx.execute(sql`CREATE INDEX ON staged (line)`);
  await tx.execute(sql`ANALYZE staged (line, code, "parentCode", "contactEmail")`);
}

/** The rows of a file in batches without its headings, and at the end what may have stopped it. */
async function* rowsBelowHeadings(
  reading: AsyncGenerator<FileRow[], FileFault | undefined>,
): AsyncGenerator<FileRow[] | FileFault> {
  let batch: FileRow[] = [];
  let isHeading = true;
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    for (const row of next.value) {
      if (isHeading) isHeading = false;
      else if (row.cells.some((cell) => cell.trim() !== "")) batch.push(row);
    }
    if (batch.length < ROWS_A_COPY) continue;
    yield batch;
    batch = [];
  }
  yield batch;
  if (next.value) yield next.value;
}

const keys = importFields.map(({ key }) => key);

// What is compared without case is folded as the tables fold it.
const folded = sql`COLLATE "und-x-icu"`;
const collations: Record<string, SQL> = { code: folded, parentCode: folded, contactName: folded };

async function createStaged(tx: Tx): Promise<void> {
  const texts = keys.map(
    (key) => sql`${sql.identifier(key)} text ${collations[key] ?? sql``} NOT NULL DEFAULT ''`,
  );
  await tx.execute(sql`CREATE TEMP TABLE staged (line int NOT NULL, problems jsonb, notes jsonb,
    company_id uuid NOT NULL, contact_id uuid NOT NULL, login_id uuid, event_id uuid NOT NULL,
    ${sql.join(texts, sql`, `)}) ON COMMIT DROP`);
}

/** The ids that a row may need; making them is a good part of the work, and few files need logins. */
const idsFor = ({ fields }: Plan) =>
  ["company_id", "contact_id", "event_id"].concat(
    fields.some(({ key }) => key === "contactEmail") ? ["login_id"] : [],
  );

async function stageRows({ tx, plan }: Work, rows: FileRow[]): Promise<number> {
  const ids = idsFor(plan);
  const columns = ["line", "problems", "notes", ...ids, ...plan.fields.map(({ key }) => key)];
  const lines = rows.map((row) => copied(checkRow(row, plan.fields, plan.width), ids));
  await copyRows(tx, "staged", columns, lines);
  return rows.length;
}

const copied = ({ line, values, problems, notes }: CheckedRow, ids: string[]): CopyValue[] => [
  String(line),
  problems.length > 0 ? JSON.stringify(problems) : null,
  notes.length > 0 ? JSON.stringify(notes) : null,
  ...ids.map(newId),
  ...values,
];

async function stageFault({ tx, plan }: Work, { line, message }: FileFault): Promise<void> {
  const ids = idsFor(plan);
  const row = { line, values: [], problems: [{ field: "", message }], notes: [] };
  await copyRows(tx, "staged", ["line", "problems", "notes", ...ids], [copied(row, ids)]);
}
