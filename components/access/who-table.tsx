import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { WhoRow } from "@/lib/access/list-who";
import type { Audience } from "@/lib/access/permissions";

/** Contacts who are allowed a permission, whether they can use it, and why. */
export function WhoTable({ rows, audience, label }: { rows: WhoRow[]; audience: Audience; label: string }) {
  const columns: Column<WhoRow>[] = [
    {
      key: "name",
      header: "Name",
      cell: ({ id, name }) => <a href={`/contacts/${id}`}>{name}</a>,
    },
    {
      key: "company",
      header: "Company",
      cell: ({ companyId, companyName }) => <a href={`/${audience}s/${companyId}`}>{companyName}</a>,
    },
    { key: "email", header: "E-mail", wide: true, cell: ({ email }) => email },
    {
      key: "usable",
      header: "Now",
      cell: ({ isUsable }) => (
        <Badge tone={isUsable ? "good" : "warn"}>{isUsable ? "Can use it" : "Without effect"}</Badge>
      ),
    },
    {
      key: "why",
      header: "Why",
      cell: ({ reason }) => <span className="block whitespace-normal md:min-w-60">{reason}</span>,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      quiet={({ isUsable }) => !isUsable}
    />
  );
}
