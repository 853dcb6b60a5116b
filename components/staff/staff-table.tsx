import { Moment, type Place } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { StaffPerson } from "@/lib/staff/people";
import { StaffBadge } from "./staff-badge";

/** The staff: how each account stands, what each holds, and when they were last here. */
export function StaffTable({ rows, ...place }: { rows: StaffPerson[] } & Place) {
  const columns: Column<StaffPerson>[] = [
    { key: "name", header: "Name", cell: (row) => <Name {...row} /> },
    { key: "email", header: "E-mail", wide: true, cell: ({ email }) => email },
    { key: "state", header: "State", cell: ({ state }) => <StaffBadge state={state} {...place} /> },
    { key: "roles", header: "Roles", says: "Roles:", cell: (row) => <Held {...row} /> },
    {
      key: "secondFactor",
      header: "Second factor",
      says: "Second factor:",
      cell: ({ secondFactorSince }) => (secondFactorSince ? "On" : "Off"),
    },
    {
      key: "lastSignIn",
      header: "Last sign-in",
      says: "Last sign-in:",
      cell: ({ lastSignInAt }) => (lastSignInAt ? <Moment at={lastSignInAt} {...place} /> : "never"),
    },
  ];
  return (
    <DataTable
      label="Staff"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      quiet={({ deactivatedAt }) => deactivatedAt !== null}
    />
  );
}

function Name({ id, name, email }: StaffPerson) {
  return (
    <span className="whitespace-normal">
      <a href={`/staff/${id}`}>{name}</a>
      <span className="block text-small font-normal wrap-anywhere text-muted md:hidden">{email}</span>
    </span>
  );
}

function Held({ roles, groupRoles }: StaffPerson) {
  const names = [...roles, ...groupRoles.map(({ name }) => name)];
  return <span className="whitespace-normal">{names.join(", ") || "None"}</span>;
}
