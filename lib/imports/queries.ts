import { and, asc, desc, eq, getTableColumns, gt, lt, ne, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { importRows, importRuns } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { RowFilter } from "./input";

// Everything but the file, which can be 64 MB.
const { file: _file, ...runView } = getTableColumns(importRuns);

/** An import as its page shows it. */
export type ImportRun = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** The import with this id, or null when it cannot be seen. */
export async function findRun(tx: Tx, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx.select(runView).from(importRuns).where(eq(importRuns.id, id));
  return found ?? null;
}

/** The import with this id; refused as not found when it cannot be seen. */
export async function demandRun(tx: Tx, id: string): Promise<ImportRun> {
  const run = await findRun(tx, id);
  if (!run) throw new Refusal("not-found", "There is no such import.");
  return run;
}

const listView = {
  id: importRuns.id,
  kind: importRuns.kind,
  fileName: importRuns.fileName,
  state: importRuns.state,
  outcome: importRuns.outcome,
  createdByName: importRuns.createdByName,
  createdAt: importRuns.createdAt,
};

/** An import as a line of their list. */
export type ListedRun = Awaited<ReturnType<typeof listRuns>>[number];

/** Imports, the latest first; `before` is the id of the last one seen. */
export function listRuns(tx: Tx, { before, limit }: { before?: string; limit: number }) {
  return tx
    .select(listView)
    .from(importRuns)
    .where(before && isId(before) ? lt(importRuns.id, before) : undefined)
    .orderBy(desc(importRuns.id))
    .limit(limit);
}

/** The latest other import of the very same file for the same kind of company that was done, or null. */
export async function findSameFile(tx: Tx, run: Pick<ImportRun, "id" | "kind" | "fileHash">) {
  const [found] = await tx
    .select({ id: importRuns.id, finishedAt: importRuns.finishedAt, by: importRuns.startedByName })
    .from(importRuns)
    .where(
      and(
        eq(importRuns.fileHash, run.fileHash),
        eq(importRuns.kind, run.kind),
        eq(importRuns.state, "done"),
        ne(importRuns.id, run.id),
      ),
    )
    .orderBy(desc(importRuns.id))
    .limit(1);
  return found ?? null;
}

/** A row of a file with what becomes of it. */
export type ImportRow = Awaited<ReturnType<typeof listRows>>[number];

/** Rows of an import by line, beginning after one line or before another; those before come nearest first. */
export function listRows(
  tx: Tx,
  runId: string,
  { outcome, after, before, limit }: { outcome?: RowFilter; after?: number; before?: number; limit: number },
) {
  const beside: SQL | undefined =
    before === undefined ? gt(importRows.line, after ?? 0) : lt(importRows.line, before);
  return tx
    .select({
      line: importRows.line,
      outcome: importRows.outcome,
      code: importRows.code,
      name: importRows.name,
      contact: importRows.contact,
      companyId: importRows.companyId,
      problems: importRows.problems,
      notes: importRows.notes,
      changes: importRows.changes,
    })
    .from(importRows)
    .where(and(eq(importRows.runId, runId), outcome && eq(importRows.outcome, outcome), beside))
    .orderBy(before === undefined ? asc(importRows.line) : desc(importRows.line))
    .limit(limit);
}
