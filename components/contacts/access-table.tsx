import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";

/** A permission of a contact, decided and explained. */
export type AccessRow = {
  id: string;
  label: string;
  opens: string;
  allowed: boolean;
  usable: boolean;
  because: string;
};

const columns: Column<AccessRow>[] = [
  { key: "permission", header: "Role", cell: ({ label, opens }) => <span title={opens}>{label}</span> },
  { key: "allowed", header: "Access", cell: (row) => <Outcome {...row} /> },
  {
    key: "because",
    header: "Why",
    cell: ({ because }) => <span className="whitespace-normal">{because}</span>,
  },
];

/** What a contact may do in the portal, and why. */
export function AccessTable({ rows }: { rows: AccessRow[] }) {
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

function Outcome({ allowed, usable }: AccessRow) {
  if (!allowed) return <span className="text-muted">Not allowed</span>;
  return usable ? <Badge tone="good">Allowed</Badge> : <Badge tone="warn">No effect</Badge>;
}
