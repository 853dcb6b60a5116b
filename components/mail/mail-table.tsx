import { Moment, momentText, type Place } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { MailRow } from "@/lib/mail/list-mail";
import { MailState } from "./mail-state";

/** One page of e-mails, each leading to its own page. */
export function MailTable({ rows, ...place }: { rows: MailRow[] } & Place) {
  const columns: Column<MailRow>[] = [
    {
      key: "to",
      header: "To",
      cell: (row) => (
        <a href={`/mail/${row.id}`} title={row.toName}>
          {row.toAddress}
        </a>
      ),
    },
    { key: "state", header: "State", cell: (row) => <MailState state={row.state} /> },
    { key: "when", header: "Queued", cell: (row) => <Moment at={row.createdAt} {...place} /> },
    { key: "words", header: "Mail server", cell: (row) => <Words row={row} {...place} />, wide: true },
    { key: "about", header: "Contact and company", cell: (row) => <About row={row} />, wide: true },
    { key: "template", header: "Template", cell: (row) => row.templateName, wide: true },
  ];
  return (
    <DataTable
      label="E-mails"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.toAddress}
      quiet={(row) => row.state === "cancelled"}
    />
  );
}

function About({ row: { contact, company } }: { row: MailRow }) {
  return (
    <>
      {contact ? <a href={`/contacts/${contact.id}`}>{contact.name}</a> : null}
      {contact && company ? ", " : null}
      {company ? <a href={`/${company.kind}s/${company.id}`}>{company.name}</a> : null}
    </>
  );
}

function Words({ row: { state, nextTryAt, tries, serverWords }, ...place }: { row: MailRow } & Place) {
  const isWaiting = state === "queued" && tries > 0 && nextTryAt;
  const next = isWaiting
    ? `${tries} ${tries === 1 ? "try" : "tries"}, next ${momentText(nextTryAt, place)}`
    : "";
  const said = [next, serverWords].filter(Boolean).join(": ");
  return (
    <span className="block max-w-44 truncate" title={said}>
      {said}
    </span>
  );
}
