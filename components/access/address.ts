import { everybody } from "@/lib/access/access-filter";
import {
  accessHref,
  type AccessCompaniesQuery,
  type AccessContactsQuery,
  type AccessQuery,
} from "@/lib/access/access-address";
import type { SortLink } from "./header-cell";

/** The grid of contacts as it is when nothing is asked of it. */
export const everyContact: AccessContactsQuery = { filter: everybody, sort: "name", descending: false };

/** The grid of companies as it is when nothing is asked of it. */
export const everyCompany: AccessCompaniesQuery = {
  ...{ q: "", closed: false, services: "any" },
  ...{ sort: "name", descending: false },
};

/** Sorts the companies by that column, or the other way round. */
export function companySort(query: AccessQuery, sort: AccessQuery["companies"]["sort"]): SortLink {
  const { companies } = query;
  const isSorted = companies.sort === sort;
  const next = { ...companies, sort, descending: isSorted && !companies.descending, page: undefined };
  return { href: accessHref({ ...query, companies: next }), direction: directionOf(isSorted, companies) };
}

/** Sorts the contacts by that column, or the other way round. */
export function contactSort(query: AccessQuery, sort: AccessContactsQuery["sort"]): SortLink {
  const { contacts } = query;
  const isSorted = contacts.sort === sort;
  const next = { ...contacts, sort, descending: isSorted && !contacts.descending, page: undefined };
  return { href: accessHref({ ...query, contacts: next }), direction: directionOf(isSorted, contacts) };
}

const directionOf = (isSorted: boolean, { descending }: { descending: boolean }) =>
  isSorted ? (descending ? "descending" : "ascending") : undefined;

type Ends = { newer?: string; older?: string };

/** The pages beside the one of companies that is shown. */
export function companyPages(query: AccessQuery, { newer, older }: Ends) {
  const href = (page?: string) => page && accessHref({ ...query, companies: { ...query.companies, page } });
  return { newerHref: href(newer), olderHref: href(older) };
}

/** The pages beside the one of contacts that is shown. */
export function contactPages(query: AccessQuery, { newer, older }: Ends) {
  const href = (page?: string) => page && accessHref({ ...query, contacts: { ...query.contacts, page } });
  return { newerHref: href(newer), olderHref: href(older) };
}

/** The address with the contacts filtered otherwise, from their first page. */
export function filteredHref(query: AccessQuery, changed: Partial<AccessContactsQuery["filter"]>): string {
  const filter = { ...query.contacts.filter, ...changed };
  return accessHref({ ...query, contacts: { ...query.contacts, filter, page: undefined } });
}
