import { Moment, type Place } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import { lastDayText } from "@/lib/access/explain";
import { AccessMark } from "./access-mark";

/** A permission of a contact, decided and explained. */
export type WhyRow = {
  id: string;
  label: string;
  opens: string;
  allowed: boolean;
  usable: boolean;
  /** Whether it was decided for this contact alone, rather than for more or by a group role. */
  isOwn: boolean;
  because: string;
  since: Date | null;
  by: string | null;
  lastDay: string | null;
};

/** What a contact may do in the portal: allowed or not, why, since when, by whom and how long. */
export function WhyTable({ rows, ...place }: { rows: WhyRow[] } & Place) {
  const columns: Column<WhyRow>[] = [
    {
      key: "permission",
      header: "Permission",
      cell: ({ label, opens }) => <span title={opens}>{label}</span>,
    },
    { key: "allowed", header: "Allowed", cell: (row) => <AccessMark {...row} /> },
    {
      key: "because",
      header: "Because",
      cell: ({ because }) => <span className="block whitespace-normal md:min-w-48">{because}</span>,
    },
    {
      key: "since",
      header: "Since",
      says: "since",
      cell: ({ since }) => (since ? <Moment at={since} {...place} /> : <None />),
    },
    { key: "by", header: "By", says: "by", cell: ({ by }) => by ?? <None /> },
  ];
  if (rows.some(({ lastDay }) => lastDay))
    columns.push({
      key: "last-day",
      header: "Last day",
      says: "until",
      cell: ({ lastDay }) => (lastDay ? <LastDay day={lastDay} {...place} /> : <None />),
    });
  return (
    <DataTable
      label="Access"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ label }) => label}
    />
  );
}

function LastDay({ day, ...place }: { day: string } & Place) {
  return <time dateTime={day}>{lastDayText(day, place)}</time>;
}

function None() {
  return (
    <span className="text-faint" data-none="">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
