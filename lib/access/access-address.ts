import { oneOf, searchedWords, several, single, type SearchParams } from "@/lib/platform/address";
import {
  accessFilterInput,
  accessStandings,
  everybody,
  MOST_COMPANIES,
  type AccessFilter,
} from "./access-filter";
import { audiences, permissions, type Audience } from "./permissions";

export const accessContactSorts = ["name", "company"] as const;
export const accessCompanySorts = ["name", "code"] as const;
export const servicesFilters = ["any", "on", "off"] as const;
const logins = ["any", "some", "none"] as const;

/** What the grid of contacts shows. */
export type AccessContactsQuery = {
  filter: AccessFilter;
  sort: (typeof accessContactSorts)[number];
  descending: boolean;
  /** A cursor; without one, the first page. */
  page?: string;
};

/** What the grid of companies shows. */
export type AccessCompaniesQuery = {
  q: string;
  /** Closed companies are left out unless asked for. */
  closed: boolean;
  services: (typeof servicesFilters)[number];
  sort: (typeof accessCompanySorts)[number];
  descending: boolean;
  page?: string;
  /** No others than these. */
  only?: readonly string[];
};

/** What the access screen shows, as its address says it. */
export type AccessQuery = {
  audience: Audience;
  companies: AccessCompaniesQuery;
  contacts: AccessContactsQuery;
  /** On the page of one company, which its address says by itself: where that is, and whether its sites are shown too. */
  within?: { path: string; sites: boolean };
};

/** Reads the address of the access screen; whatever it does not know it leaves out. */
export function readAccessAddress(params: SearchParams): AccessQuery {
  const audience = oneOf(audiences, params.portal) ?? "customer";
  return { audience, companies: readCompanies(params), contacts: readContacts(params, audience) };
}

/** Reads the address of the page of one company's access; it shows all of these companies, and no others. */
export function readCompanyAccess(
  params: SearchParams,
  { kind, path, id, siteIds }: { kind: Audience; path: string; id: string; siteIds: readonly string[] },
): AccessQuery {
  const sites = single(params.sites) === "yes" && siteIds.length > 0;
  const companyIds = [id, ...(sites ? siteIds : [])].slice(0, MOST_COMPANIES);
  const contacts = readContacts(params, kind);
  return {
    audience: kind,
    companies: { ...readCompanies(params), q: "", services: "any", closed: true, only: companyIds },
    contacts: { ...contacts, filter: { ...contacts.filter, companyIds } },
    within: { path, sites },
  };
}

/** Where the screen stands that shows `query`. */
export const accessPath = ({ within }: AccessQuery): string => within?.path ?? "/access";

/** The address of the access screen that shows `query`; what is so by default is left unsaid, so that addresses stay short. */
export function accessHref(query: AccessQuery): string {
  const text = new URLSearchParams(accessParams(query)).toString();
  return text ? `${accessPath(query)}?${text}` : accessPath(query);
}

/** The names and values that say `query` in an address or as hidden fields of a form. */
export function accessParams({ audience, companies, contacts, within }: AccessQuery): [string, string][] {
  const params: [string, string][] = [];
  const say = (name: string, value: string | undefined, unsaid = "") => {
    if (value && value !== unsaid) params.push([name, value]);
  };
  if (within) say("sites", within.sites ? "yes" : undefined);
  else {
    say("portal", audience, "customer");
    contacts.filter.companyIds.forEach((id) => say("company", id));
    say("cclosed", companies.closed ? "yes" : undefined);
  }
  say("cq", companies.q);
  say("cservices", companies.services, "any");
  say("csort", sortText(companies), "name");
  say("cpage", companies.page);
  contactParams(contacts, say);
  return params;
}

function contactParams(
  { filter, ...contacts }: AccessContactsQuery,
  say: (name: string, value: string | undefined, unsaid?: string) => void,
): void {
  say("q", filter.q);
  say("may", filter.permission ?? undefined);
  if (filter.permission) say("standing", filter.standing, everybody.standing);
  say("login", filter.login, "any");
  say("deactivated", filter.deactivated ? "yes" : undefined);
  say("sort", sortText(contacts), "name");
  say("page", contacts.page);
}

const sortText = ({ sort, descending }: { sort: string; descending: boolean }) =>
  `${descending ? "-" : ""}${sort}`;

function readCompanies(params: SearchParams): AccessCompaniesQuery {
  return {
    q: searchedWords(params.cq),
    closed: single(params.cclosed) === "yes",
    services: oneOf(servicesFilters, params.cservices) ?? "any",
    ...readSort(accessCompanySorts, single(params.csort)),
    page: single(params.cpage) || undefined,
  };
}

function readContacts(params: SearchParams, audience: Audience): AccessContactsQuery {
  const companyIds = several(params.company).filter(
    (id) => accessFilterInput.shape.companyIds.safeParse([id]).success,
  );
  const permission = permissions[audience].find(({ id }) => id === single(params.may));
  const filter: AccessFilter = {
    q: searchedWords(params.q),
    companyIds: [...new Set(companyIds)].slice(0, MOST_COMPANIES),
    permission: permission?.id ?? null,
    standing: (permission && oneOf(accessStandings, params.standing)) ?? everybody.standing,
    login: oneOf(logins, params.login) ?? "any",
    deactivated: single(params.deactivated) === "yes",
  };
  return {
    filter,
    ...readSort(accessContactSorts, single(params.sort)),
    page: single(params.page) || undefined,
  };
}

function readSort<T extends string>(
  sorts: readonly [T, ...T[]],
  asked: string,
): { sort: T; descending: boolean } {
  const sort = oneOf(sorts, asked.replace(/^-/, ""));
  return { sort: sort ?? sorts[0], descending: sort !== undefined && asked.startsWith("-") };
}

/** Whether anything narrows the contacts beyond what the screen shows by default. */
export function isNarrowed({ contacts, within }: AccessQuery): boolean {
  const { q, companyIds, permission, login, deactivated } = contacts.filter;
  return (
    q !== "" || (!within && companyIds.length > 0) || permission !== null || login !== "any" || deactivated
  );
}
