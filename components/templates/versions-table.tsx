import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { VersionRow } from "@/lib/templates/queries";
import { actOf, PATH } from "./words";

/** The versions of a template, the one in use first; each can be looked at and restored. */
export function VersionsTable({
  template,
  rows,
  ...place
}: { template: string; rows: VersionRow[] } & Place) {
  const columns: Column<VersionRow>[] = [
    {
      ...{ key: "version", header: "Version" },
      cell: ({ version }) => <a href={`${PATH}/${template}/versions/${version}`}>Version {version}</a>,
    },
    {
      ...{ key: "act", header: "What was done" },
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          {actOf(row)}
          {row === rows[0] ? <Badge tone="good">In use</Badge> : null}
        </span>
      ),
    },
    { key: "who", header: "By", cell: (row) => row.savedByName, wide: true },
    { key: "when", header: "When", cell: (row) => <Moment at={row.savedAt} {...place} />, wide: true },
  ];
  return (
    <DataTable
      label="Versions"
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.version)}
      rowName={(row) => `Version ${row.version}`}
    />
  );
}
