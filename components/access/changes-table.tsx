import { Moment } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ChangeRow } from "@/lib/access/list-changes";
import { ChangeState } from "./changes-state";
import { TurnChange, type TurnActions } from "./changes-turn";
import { reachWords } from "./changes-words";

/** One page of access changes, each leading to what it says; with `actions`, each can be undone or redone. */
export function ChangesTable({
  rows,
  actions,
  ...place
}: {
  rows: ChangeRow[];
  actions?: TurnActions;
  timeZone: string;
  locale: string;
}) {
  const columns: Column<ChangeRow>[] = [
    {
      key: "what",
      header: "What",
      cell: (row) => (
        <a href={`/access/changes/${row.id}`} title={row.summary}>
          {row.summary}
        </a>
      ),
    },
    // On a phone the button says whether the change counts.
    {
      key: "state",
      header: "State",
      cell: (row) => <ChangeState {...row} {...place} />,
      wide: actions !== undefined,
    },
    { key: "who", header: "Who", cell: (row) => row.madeBy },
    { key: "when", header: "When", cell: (row) => <Moment at={row.madeAt} {...place} /> },
    { key: "reach", header: "Reach", cell: (row) => reachWords(row, place.locale), wide: true },
  ];
  if (actions)
    columns.push({
      key: "acts",
      header: "Acts",
      cell: (row) => <TurnChange change={row} actions={actions} small />,
    });
  return (
    <DataTable
      label="Changes of access"
      columns={columns}
      rows={rows}
      rowId={({ id }) => String(id)}
      rowName={({ summary }) => summary}
      quiet={({ undoneAt }) => undoneAt !== null}
    />
  );
}
