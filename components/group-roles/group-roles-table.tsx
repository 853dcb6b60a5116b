import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { GroupRoleRow } from "@/lib/group-roles/queries";
import { roleNames } from "./role-names";
import { kindWords, type GroupRoleAudience } from "./words";

/** Every group role with what it gives and to how many. */
export function GroupRolesTable({
  rows,
  audience = "contact",
  locale,
}: {
  rows: GroupRoleRow[];
  audience?: GroupRoleAudience;
  locale: string;
}) {
  const { path, roles: rolesName } = kindWords[audience];
  const columns: Column<GroupRoleRow>[] = [
    { key: "name", header: "Name", cell: ({ id, name }) => <a href={`${path}/${id}`}>{name}</a> },
    { key: "code", header: "Code", cell: ({ code }) => code },
    { key: "state", header: "State", cell: (row) => <GroupRoleState isActive={row.isActive} /> },
    {
      ...{ key: "members", header: "Members", says: "Members:", align: "end" },
      cell: (row) => row.members.toLocaleString(locale),
    },
    {
      key: "permissions",
      header: rolesName,
      wide: true,
      cell: ({ roles }) => <span className="whitespace-normal">{roleNames(audience, roles) || "None"}</span>,
    },
    {
      key: "description",
      header: "Description",
      wide: true,
      cell: ({ description }) => <span className="whitespace-normal">{description}</span>,
    },
  ];
  return (
    <DataTable
      label="Group roles"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      quiet={({ isActive }) => !isActive}
    />
  );
}

/** Whether a group role gives what it holds. */
export function GroupRoleState({ isActive }: { isActive: boolean }) {
  return <Badge tone={isActive ? "good" : "neutral"}>{isActive ? "Active" : "Inactive"}</Badge>;
}
