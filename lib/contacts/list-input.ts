import type { Audience } from "@/lib/access/permissions";
import type { CredentialState } from "@/lib/credentials/state";
import {
  paramsOfQuery,
  searchedWords,
  several,
  single,
  those,
  type SearchParams,
} from "@/lib/platform/address";

const kinds: readonly Audience[] = ["customer", "supplier"];

export const contactSorts = ["name", "updated"] as const;
export type ContactSort = (typeof contactSorts)[number];

export const contactColumns = [
  "company",
  "state",
  "email",
  "jobTitle",
  "phone",
  "lastSignIn",
  "updated",
] as const;
export type ContactColumn = (typeof contactColumns)[number];

const defaultColumns: readonly ContactColumn[] = ["company", "state", "email", "jobTitle", "lastSignIn"];

/** States of a login to filter by. Whether one is locked is known for those on the page only: locks are kept by hashed names. */
export const contactStates = [
  "none",
  "invited",
  "invitation-expired",
  "temporary",
  "temporary-expired",
  "active",
  "deactivated",
] as const satisfies readonly CredentialState["kind"][];
export type ContactState = (typeof contactStates)[number];

/** All but the deactivated. */
export const currentStates: readonly ContactState[] = contactStates.filter(
  (state) => state !== "deactivated",
);

/** What the grid of contacts shows, as its address says it. */
export type ContactListQuery = {
  q: string;
  kind: Audience | null;
  states: readonly ContactState[];
  sort: ContactSort;
  descending: boolean;
  columns: readonly ContactColumn[];
  /** A cursor; without one, the first page. */
  page?: string;
};

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** Reads the address of the grid; whatever it does not know it leaves out. */
export function readContactList(params: SearchParams): ContactListQuery {
  const states = several(params.state).includes("all") ? contactStates : those(contactStates, params.state);
  const columns = those(contactColumns, params.columns);
  const sort = single(params.sort);
  const key = contactSorts.find((one) => one === sort.replace(/^-/, ""));
  return {
    q: searchedWords(params.q),
    kind: those(kinds, params.kind)[0] ?? null,
    states: states.length > 0 ? states : currentStates,
    sort: key ?? "name",
    descending: key !== undefined && sort.startsWith("-"),
    columns: columns.length > 0 ? columns : defaultColumns,
    page: single(params.page) || undefined,
  };
}

/** What the grid shows at an address whose query, from "?" on, is `filter`. */
export const readContactFilter = (filter: string): ContactListQuery => readContactList(paramsOfQuery(filter));

/** The parameters that say `query` in an address; what is so by default is left unsaid, so that addresses stay short. */
export function contactListParams(query: ContactListQuery): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  if (query.q) params.q = [query.q];
  if (query.kind) params.kind = [query.kind];
  if (same(query.states, contactStates)) params.state = ["all"];
  else if (!same(query.states, currentStates)) params.state = [...query.states];
  if (query.sort !== "name" || query.descending)
    params.sort = [`${query.descending ? "-" : ""}${query.sort}`];
  if (!same(query.columns, defaultColumns)) params.columns = [...query.columns];
  if (query.page) params.page = [query.page];
  return params;
}

/** The address, below /contacts, that shows `query`. */
export function contactListHref(query: ContactListQuery, path = "/contacts"): string {
  const pairs = Object.entries(contactListParams(query)).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  const text = new URLSearchParams(pairs).toString();
  return text ? `${path}?${text}` : path;
}

/** Whether anything narrows the list beyond what it shows by default. */
export function isNarrowed({ q, kind, states }: ContactListQuery): boolean {
  return q !== "" || kind !== null || !same(states, currentStates);
}
