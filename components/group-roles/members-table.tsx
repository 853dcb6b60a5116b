import { ActionForm } from "@/components/forms/action-form";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { Action } from "@/lib/auth/action";
import type { MemberRow } from "@/lib/group-roles/list-members";

/** One page of the contacts who hold a group role; with `remove`, each can be taken out. */
export function MembersTable({
  rows,
  groupRoleId,
  remove,
  ...place
}: {
  rows: MemberRow[];
  groupRoleId: string;
  remove?: Action<unknown>;
  timeZone: string;
  locale: string;
}) {
  const columns: Column<MemberRow>[] = [
    { key: "name", header: "Contact", cell: (row) => <Name {...row} /> },
    {
      key: "company",
      header: "Company",
      cell: (row) => <a href={`/${row.kind}s/${row.companyId}`}>{row.companyName}</a>,
    },
    { key: "since", header: "Member since", wide: true, cell: (row) => <Moment at={row.since} {...place} /> },
  ];
  if (remove)
    columns.push({
      key: "acts",
      header: "Acts",
      cell: ({ id, name }) => (
        <ActionForm action={remove} hidden={{ groupRoleId, contactId: id }} className="grid gap-1">
          <Button type="submit" variant="ghost" small aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </ActionForm>
      ),
    });
  return (
    <DataTable
      label="Members"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      quiet={({ deactivatedAt }) => deactivatedAt !== null}
    />
  );
}

function Name({ id, name, deactivatedAt }: MemberRow) {
  return (
    <>
      <a href={`/contacts/${id}`}>{name}</a> {deactivatedAt ? <Badge>Deactivated</Badge> : null}
    </>
  );
}
