import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ActivationRun } from "@/lib/activations/queries";
import { runStates, selectionText } from "./words";

/** Activation e-mails that were sent to many at once, each leading to what became of it. */
export function RunsTable({ runs, ...place }: { runs: ActivationRun[] } & Place) {
  const columns: Column<ActivationRun>[] = [
    {
      key: "selection",
      header: "To whom",
      cell: (run) => <a href={`/activations/${run.id}`}>{selectionText(run)}</a>,
    },
    {
      key: "state",
      header: "State",
      cell: (run) => <Badge tone={runStates[run.state].tone}>{runStates[run.state].label}</Badge>,
    },
    { key: "recipients", header: "Contacts", cell: (run) => run.recipients.toLocaleString(place.locale) },
    { key: "by", header: "By", cell: (run) => run.createdByName, wide: true },
    { key: "when", header: "When", cell: (run) => <Moment at={run.createdAt} {...place} />, wide: true },
  ];
  return (
    <DataTable
      label="Sent to many"
      columns={columns}
      rows={runs}
      rowId={(run) => run.id}
      rowName={selectionText}
      quiet={(run) => run.state === "cancelled"}
    />
  );
}
