import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ContactRow } from "@/lib/contacts/list-contacts";
import { contactListHref, type ContactColumn, type ContactListQuery } from "@/lib/contacts/list-input";
import { stateNames, stateTones, stateUntil } from "@/components/credentials/words";

/** What the columns of the grid are called. */
export const columnNames: Record<ContactColumn, string> = {
  email: "E-mail",
  company: "Company",
  jobTitle: "Job title",
  phone: "Phone",
  state: "Login",
  lastSignIn: "Last sign-in",
  updated: "Changed",
};

/** The contacts of one page of the grid, each name leading to that contact's page. */
export function ContactsTable({
  rows,
  query,
  pick,
  ...place
}: { rows: ContactRow[]; query: ContactListQuery; pick?: boolean } & Place) {
  const cells = cellsFor(place);
  const name: Column<ContactRow> = {
    key: "name",
    header: "Name",
    sort: sortBy(query, "name"),
    cell: (row) => <a href={`/contacts/${row.id}`}>{row.name}</a>,
  };
  const columns = query.columns.map((key): Column<ContactRow> => ({
    key,
    header: columnNames[key],
    cell: cells[key],
    ...(key === "updated" ? { sort: sortBy(query, "updated") } : {}),
    wide: key !== "company" && key !== "state",
  }));
  return (
    <DataTable
      pick={pick}
      label="Contacts"
      columns={[name, ...columns]}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      quiet={(row) => row.credential?.state.kind === "deactivated"}
    />
  );
}

function sortBy(query: ContactListQuery, sort: ContactListQuery["sort"]): Column<ContactRow>["sort"] {
  const isSorted = query.sort === sort;
  return {
    href: contactListHref({ ...query, sort, descending: isSorted && !query.descending, page: undefined }),
    direction: isSorted ? (query.descending ? "descending" : "ascending") : undefined,
  };
}

function cellsFor(place: Place): Record<ContactColumn, Column<ContactRow>["cell"]> {
  return {
    email: (row) => row.credential?.email,
    company: (row) => <a href={`/${row.kind}s/${row.companyId}`}>{row.companyName}</a>,
    jobTitle: (row) => row.jobTitle,
    phone: (row) => row.phone,
    state: (row) => <State row={row} {...place} />,
    lastSignIn: ({ credential }) =>
      credential?.lastSignInAt ? <Moment at={credential.lastSignInAt} {...place} /> : null,
    updated: (row) => <Moment at={row.updatedAt} {...place} />,
  };
}

function State({ row, ...place }: { row: ContactRow } & Place) {
  const state = row.credential?.state;
  if (!state) return null;
  return (
    <Badge tone={stateTones[state.kind]} title={stateUntil(state, place)}>
      {stateNames[state.kind]}
    </Badge>
  );
}
