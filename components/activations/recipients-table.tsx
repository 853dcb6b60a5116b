import { ContactCell } from "@/components/contacts/contact-cell";
import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import { FilterTabs, type FilterTab } from "@/components/ui/filter-tabs";
import { skipWords } from "@/lib/activations/skip-reasons";
import type { Recipient, RunCounts } from "@/lib/activations/queries";
import { stages, type Stage } from "@/lib/activations/stages";
import { stageWords } from "./words";

/** The stages of a run in numbers, each leading to the contacts at that stage. */
export function StageTabs({
  runId,
  counts,
  chosen,
  locale,
}: {
  runId: string;
  counts: RunCounts;
  chosen?: Stage;
  locale: string;
}) {
  const there = stages.filter((stage) => (counts.stages[stage] ?? 0) > 0 || stage === chosen);
  const all = Object.values(counts.stages).reduce((sum, count) => sum + count, 0);
  const tab = (label: string, count: number, stage?: Stage): FilterTab => ({
    label,
    href: stage ? `/activations/${runId}?stage=${stage}` : `/activations/${runId}`,
    isCurrent: stage === chosen,
    count: count.toLocaleString(locale),
  });
  return (
    <FilterTabs
      label="Stages"
      tabs={[
        tab("All", all),
        ...there.map((stage) => tab(stageWords[stage].label, counts.stages[stage] ?? 0, stage)),
      ]}
    />
  );
}

/** The contacts of a run, each with how far the e-mail has come. */
export function RecipientsTable({ rows, ...place }: { rows: Recipient[] } & Place) {
  const columns: Column<Recipient>[] = [
    {
      key: "name",
      header: "Contact",
      cell: (row) => <ContactCell {...row} />,
    },
    {
      key: "stage",
      header: "Stage",
      cell: (row) => <StageCell {...row} />,
    },
    { key: "company", header: "Company", cell: (row) => row.companyName, wide: true },
    {
      key: "since",
      header: "Since",
      cell: (row) => (row.at ? <Moment at={row.at} {...place} /> : null),
      wide: true,
    },
  ];
  return (
    <DataTable
      label="Contacts of this sending"
      columns={columns}
      rows={rows}
      rowId={(row) => row.contactId}
      rowName={(row) => row.name}
      quiet={(row) => row.stage === "skipped"}
    />
  );
}

function StageCell({ stage, reason, words }: Recipient) {
  const { label, tone } = stageWords[stage];
  const why = reason ? skipWords[reason].label : stage === "failed" ? words : null;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Badge tone={tone}>{label}</Badge>
      {why ? <span className="text-small whitespace-normal text-muted">{why}</span> : null}
    </span>
  );
}
