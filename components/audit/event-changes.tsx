import { DataTable, type Column } from "@/components/ui/data-table";
import type { FieldChange } from "./event-words";

const shown = (words: string) => (words ? <span className="whitespace-pre-line">{words}</span> : <None />);

const None = () => (
  <span className="text-faint">
    <span aria-hidden="true">–</span>
    <span className="sr-only">nothing</span>
  </span>
);

/** What each field held before and after, side by side. */
export function EventChanges({ changes }: { changes: FieldChange[] }) {
  const columns: Column<FieldChange>[] = [
    { key: "name", header: "Field", cell: ({ name }) => name },
    { key: "before", header: "Before", cell: ({ before }) => shown(before) },
    { key: "after", header: "After", cell: ({ after }) => shown(after) },
  ];
  return (
    <DataTable
      label="Before and after"
      columns={columns}
      rows={changes}
      rowId={({ key }) => key}
      rowName={({ name }) => name}
    />
  );
}
