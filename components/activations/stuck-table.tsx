import { ContactCell } from "@/components/contacts/contact-cell";
import { CredentialMenu } from "@/components/credentials/credential-menu";
import { credentialMenu, menuKey, personOf } from "@/components/credentials/credentials-section";
import type { CredentialActions } from "@/components/credentials/person";
import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import { FilterTabs, type FilterTab } from "@/components/ui/filter-tabs";
import type { Stuck } from "@/lib/activations/list-stuck";
import { stuckKinds, type StuckKind } from "@/lib/activations/stages";
import { stuckWords } from "./words";

/** In what ways people are stuck, in numbers, each leading to them. */
export function StuckTabs({
  counts,
  chosen,
  locale,
}: {
  counts: Record<StuckKind, number>;
  chosen?: StuckKind;
  locale: string;
}) {
  const all = stuckKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const tab = (label: string, count: number, kind?: StuckKind): FilterTab => ({
    label,
    href: kind ? `/activations?stuck=${kind}` : "/activations",
    isCurrent: kind === chosen,
    count: count.toLocaleString(locale),
  });
  return (
    <FilterTabs
      label="Stuck"
      tabs={[tab("All", all), ...stuckKinds.map((kind) => tab(stuckWords[kind].label, counts[kind], kind))]}
      inset
    />
  );
}

/** Those whose invitation does not go on by itself, each with what helps and the acts that fit. */
export function StuckTable({
  rows,
  actions,
  temporaryHours,
  ...place
}: { rows: Stuck[]; actions: CredentialActions; temporaryHours: number } & Place) {
  const columns: Column<Stuck>[] = [
    {
      key: "name",
      header: "Contact",
      cell: ({ credential }) => <ContactCell {...credential} />,
    },
    {
      key: "kind",
      header: "What helps",
      cell: ({ kind, words }) => (
        <span className="grid min-w-44 gap-0.5 py-1.5 whitespace-normal">
          <span>
            <Badge tone={kind === "failed" ? "bad" : "warn"}>{stuckWords[kind].label}</Badge>
          </span>
          {kind === "failed" && words ? <span className="text-small text-bad">{words}</span> : null}
          <span className="text-small text-muted">{stuckWords[kind].remedy}</span>
        </span>
      ),
    },
    { key: "company", header: "Company", cell: ({ credential }) => credential.companyName, wide: true },
    { key: "since", header: "Since", cell: (row) => <Moment at={row.since} {...place} />, wide: true },
  ];
  return (
    <CredentialMenu
      people={rows.map(({ credential }) => personOf(credential))}
      acts={credentialMenu}
      actions={actions}
      place={place}
      temporaryHours={temporaryHours}
    >
      <DataTable
        label="Stuck invitations"
        columns={columns}
        rows={rows}
        rowId={({ credential }) => credential.contactId}
        rowName={({ credential }) => credential.name}
        acts={({ credential }) => credential.acts.map((act) => menuKey(act, credential))}
      />
    </CredentialMenu>
  );
}
