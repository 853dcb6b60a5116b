import { Moment, type Place } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import { doneWords } from "@/lib/audit/act-words";
import type { EventRow } from "@/lib/audit/list-events";
import { kindNames } from "./event-words";

/** One page of events, each leading to its before and after. */
export function EventsTable({ rows, ...place }: { rows: EventRow[] } & Place) {
  const columns: Column<EventRow>[] = [
    {
      key: "what",
      header: "What",
      cell: (row) => (
        <a href={`/audit/${row.id}`} title={whatWords(row)}>
          {whatWords(row)}
        </a>
      ),
    },
    {
      key: "who",
      header: "Who",
      cell: (row) => <span title={kindNames[row.actorKind]}>{row.actorName}</span>,
      wide: true,
    },
    { key: "when", header: "When", cell: (row) => <Moment at={row.at} {...place} /> },
    {
      key: "company",
      header: "Company",
      cell: ({ company }) =>
        company ? <a href={`/${company.kind}s/${company.id}`}>{company.name}</a> : null,
      wide: true,
    },
    {
      key: "contact",
      header: "Contact",
      cell: ({ contact }) => (contact ? <a href={`/contacts/${contact.id}`}>{contact.name}</a> : null),
      wide: true,
    },
  ];
  return (
    <DataTable label="Events" columns={columns} rows={rows} rowId={({ id }) => id} rowName={whatWords} />
  );
}

/** What happened, and to what: "Changed the company: Winslow Foods". */
export function whatWords({
  act,
  subject,
  actorName,
}: Pick<EventRow, "act" | "subject" | "actorName">): string {
  const done = doneWords(act);
  return subject && subject !== actorName ? `${done}: ${subject}` : done;
}
