import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { TemplateRow } from "@/lib/templates/queries";
import { PATH } from "./words";

/** Every template, each leading to its own page. */
export function TemplatesTable({ rows, ...place }: { rows: TemplateRow[] } & Place) {
  const columns: Column<TemplateRow>[] = [
    { key: "name", header: "Name", cell: (row) => <a href={`${PATH}/${row.name}`}>{row.displayName}</a> },
    { key: "state", header: "In use", cell: (row) => <TemplateState {...row} /> },
    { key: "what", header: "What it is for", cell: (row) => row.description, wide: true },
    {
      ...{ key: "who", header: "Last changed", wide: true },
      cell: ({ latest }) =>
        latest ? (
          <>
            {latest.savedByName}, <Moment at={latest.savedAt} {...place} />
          </>
        ) : null,
    },
  ];
  return (
    <DataTable
      label="E-mail templates"
      columns={columns}
      rows={rows}
      rowId={(row) => row.name}
      rowName={(row) => row.displayName}
    />
  );
}

/** Whether the built-in template is in use or one of the organisation's own, and whether that can be used. */
export function TemplateState({ isOwn, isBroken }: { isOwn: boolean; isBroken: boolean }) {
  if (isBroken)
    return (
      <Badge tone="bad" title="It is no longer accepted: e-mails are made from the built-in template">
        Not accepted
      </Badge>
    );
  return isOwn ? <Badge tone="info">Edited</Badge> : <Badge>Built-in</Badge>;
}
