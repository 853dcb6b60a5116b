import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import type { CompanyKind } from "@/lib/companies/input";
import { fieldLabel, findField } from "@/lib/imports/fields";
import { listRows, type ImportRow } from "@/lib/imports/queries";
import type { CsvExport } from "./csv-download";
import { ROWS_A_BATCH } from "./walk-pages";

/** The errors of an import, one a line, to be worked through beside the file. */
export function exportErrors(actor: StaffActor, run: { id: string; kind: CompanyKind }): CsvExport {
  return {
    headings: ["Line", fieldLabel({ key: "code", label: "" }, run.kind), "Name", "Column", "What is wrong"],
    batches: walkErrors(actor, run),
  };
}

async function* walkErrors(
  actor: StaffActor,
  { id, kind }: { id: string; kind: CompanyKind },
): AsyncGenerator<string[][]> {
  let after = 0;
  for (;;) {
    const from = after;
    const rows = await asActor(actor, (tx) =>
      listRows(tx, id, { outcome: "error", after: from, limit: ROWS_A_BATCH }),
    );
    yield rows.flatMap((row) => cellsOf(row, kind));
    if (rows.length < ROWS_A_BATCH) return;
    after = rows.at(-1)?.line ?? after;
  }
}

function cellsOf({ line, code, name, problems }: ImportRow, kind: CompanyKind): string[][] {
  return (problems ?? []).map(({ field, message }) => {
    const known = findField(field);
    return [String(line), code, name, known ? fieldLabel(known, kind) : "", message];
  });
}
