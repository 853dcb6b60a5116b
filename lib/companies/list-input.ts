import {
  paramsOfQuery,
  searchedWords,
  several,
  single,
  those,
  type SearchParams,
} from "@/lib/platform/address";
import { statusInput, type CompanyStatus } from "./input";

export const sortKeys = ["name", "code", "city", "status", "updated"] as const;
export type SortKey = (typeof sortKeys)[number];

export const columnKeys = [
  "code",
  "city",
  "country",
  "status",
  "phone",
  "email",
  "parent",
  "updated",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

const defaultColumns: readonly ColumnKey[] = ["code", "city", "status", "phone", "parent"];
const allStatuses = statusInput.options;
/** Every status but closed: what a grid shows unless it is told otherwise. */
export const openStatuses: readonly CompanyStatus[] = allStatuses.filter((status) => status !== "closed");

/** What a grid of companies shows, as its address says it. */
export type CompanyListQuery = {
  q: string;
  statuses: readonly CompanyStatus[];
  sort: SortKey;
  descending: boolean;
  columns: readonly ColumnKey[];
  /** A cursor; without one, the first page. */
  page?: string;
};

/** Reads the address of a grid; whatever it does not know it leaves out. */
export function readCompanyList(params: SearchParams): CompanyListQuery {
  const statuses = several(params.status).includes("all") ? allStatuses : those(allStatuses, params.status);
  const columns = those(columnKeys, params.columns);
  const sort = single(params.sort);
  const key = sortKeys.find((one) => one === sort.replace(/^-/, ""));
  return {
    q: searchedWords(params.q),
    statuses: statuses.length > 0 ? statuses : openStatuses,
    sort: key ?? "name",
    descending: key !== undefined && sort.startsWith("-"),
    columns: columns.length > 0 ? columns : defaultColumns,
    page: single(params.page) || undefined,
  };
}

/** What the grid shows at an address whose query, from "?" on, is `filter`. */
export const readCompanyFilter = (filter: string): CompanyListQuery => readCompanyList(paramsOfQuery(filter));

/** The parameters that say `query` in an address; what is so by default is left unsaid, so that addresses stay short. */
export function companyListParams(query: CompanyListQuery): Record<string, string[]> {
  const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
  const params: Record<string, string[]> = {};
  if (query.q) params.q = [query.q];
  if (same(query.statuses, allStatuses)) params.status = ["all"];
  else if (!same(query.statuses, openStatuses)) params.status = [...query.statuses];
  if (query.sort !== "name" || query.descending)
    params.sort = [`${query.descending ? "-" : ""}${query.sort}`];
  if (!same(query.columns, defaultColumns)) params.columns = [...query.columns];
  if (query.page) params.page = [query.page];
  return params;
}

/** The address of the grid at `path` that shows `query`. */
export function companyListHref(path: string, query: CompanyListQuery): string {
  const pairs = Object.entries(companyListParams(query)).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  const text = new URLSearchParams(pairs).toString();
  return text ? `${path}?${text}` : path;
}

/** Whether anything narrows the list beyond what it shows by default. */
export function isFiltered({ q, statuses }: CompanyListQuery): boolean {
  return q !== "" || statuses.join() !== openStatuses.join();
}
