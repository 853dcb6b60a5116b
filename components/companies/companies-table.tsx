import type { Place } from "@/components/time/moment";
import { DataTable, type Column, type RowActs } from "@/components/ui/data-table";
import type { CompanyKind } from "@/lib/companies/input";
import type { CompanyRow } from "@/lib/companies/list-companies";
import {
  companyListHref,
  sortKeys,
  type ColumnKey,
  type CompanyListQuery,
  type SortKey,
} from "@/lib/companies/list-input";
import { StatusBadge } from "./status-badge";
import { columnNames, kindWords } from "./company-words";

/** The companies of one page of the grid, each name leading to that company's page. */
export function CompaniesTable({
  kind,
  rows,
  query,
  canEdit,
  ...place
}: {
  kind: CompanyKind;
  rows: CompanyRow[];
  query: CompanyListQuery;
  canEdit: (row: CompanyRow) => boolean;
} & Place) {
  const { many, path } = kindWords[kind];
  const sortBy = (key: string): Column<CompanyRow>["sort"] => {
    const sort = sortKeys.find((one) => one === key);
    return sort && sorting(path, query, sort);
  };
  const name: Column<CompanyRow> = {
    key: "name",
    header: "Name",
    sort: sortBy("name"),
    cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a>,
  };
  const cells = cellsFor(path, place);
  const columns = query.columns.map((key) => ({
    key,
    header: columnNames[key],
    sort: sortBy(key),
    cell: cells[key],
    wide: key !== "code" && key !== "status",
  }));
  const acts = (row: CompanyRow): RowActs => canEdit(row) || ["details"];
  return (
    <DataTable
      pick
      label={many}
      columns={[name, ...columns]}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      acts={acts}
      quiet={(row) => row.status === "closed"}
    />
  );
}

function sorting(path: string, query: CompanyListQuery, sort: SortKey) {
  const isSorted = query.sort === sort;
  // What was changed last is what one looks for first.
  const descending = isSorted ? !query.descending : sort === "updated";
  return {
    href: companyListHref(path, { ...query, sort, descending, page: undefined }),
    direction: isSorted ? (query.descending ? ("descending" as const) : ("ascending" as const)) : undefined,
  };
}

function cellsFor(path: string, place: Place): Record<ColumnKey, Column<CompanyRow>["cell"]> {
  const day = new Intl.DateTimeFormat(place.locale, { dateStyle: "medium", timeZone: place.timeZone });
  return {
    code: (row) => row.code,
    city: (row) => row.city,
    country: (row) => row.country,
    // Most are active: only what is not stands out.
    status: (row) => (row.status === "active" ? "Active" : <StatusBadge status={row.status} />),
    phone: (row) => row.phone,
    email: (row) => row.email,
    parent: (row) => (row.parentName ? <a href={`${path}/${row.parentId}`}>{row.parentName}</a> : null),
    updated: (row) => day.format(row.updatedAt),
  };
}
