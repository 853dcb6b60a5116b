import { kindWords } from "@/components/companies/company-words";
import { Moment, type Place } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ListedRun } from "@/lib/imports/queries";
import { ImportState } from "./import-state";

/** Imports, each leading to its own page. */
export function ImportsTable({ runs, ...place }: { runs: ListedRun[] } & Place) {
  const columns: Column<ListedRun>[] = [
    { key: "file", header: "File", cell: (run) => <a href={`/imports/${run.id}`}>{run.fileName}</a> },
    { key: "state", header: "State", cell: (run) => <ImportState state={run.state} /> },
    { key: "kind", header: "Of", cell: (run) => kindWords[run.kind].many },
    { key: "outcome", header: "Rows", cell: (run) => outcomeText(run, place.locale) },
    { key: "by", header: "By", says: "by", cell: (run) => run.createdByName },
    { key: "when", header: "Uploaded", cell: (run) => <Moment at={run.createdAt} {...place} /> },
  ];
  return (
    <DataTable
      label="Imports"
      columns={columns}
      rows={runs}
      rowId={(run) => run.id}
      rowName={(run) => run.fileName}
      quiet={(run) => run.state === "cancelled"}
    />
  );
}

function outcomeText({ state, outcome }: ListedRun, locale: string): string {
  if (!outcome) return "";
  const words = [
    [outcome.create, state === "done" ? "created" : "new"],
    [outcome.update, "changed"],
    [outcome.unchanged, "unchanged"],
    [outcome.error, outcome.error === 1 ? "error" : "errors"],
  ] as const;
  return words
    .flatMap(([count, word]) => (count ? `${count.toLocaleString(locale)} ${word}` : []))
    .join(", ");
}
