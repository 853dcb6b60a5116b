import { oneOf, searchedWords, single, type SearchParams } from "@/lib/platform/address";
import { accessFilterInput, type AccessStanding } from "./access-filter";
import { audiences, permissions, type Audience, type PermissionId } from "./permissions";

/** Whom to show: those who can use the permission now, those who are allowed but cannot, or both. */
export const whoStandings = [
  "allowed",
  "usable",
  "without-effect",
] as const satisfies readonly AccessStanding[];

/** What "Who can see…" shows, as its address says it. */
export type WhoQuery = {
  audience: Audience;
  permission: PermissionId;
  standing: (typeof whoStandings)[number];
  /** Words of the contact. */
  q: string;
  /** Words of the company, or nothing. */
  of: string;
  /** One company by its id, as links from elsewhere name it. */
  company?: string;
  /** A cursor; without one, the first page. */
  page?: string;
};

/** Reads the address of "Who can see…"; whatever it does not know it leaves out. */
export function readWho(params: SearchParams): WhoQuery {
  const audience = oneOf(audiences, params.portal) ?? "customer";
  const known = permissions[audience].find(({ id }) => id === single(params.may));
  const company = single(params.company);
  return {
    audience,
    permission: known?.id ?? "invoices",
    standing: oneOf(whoStandings, params.standing) ?? "allowed",
    q: searchedWords(params.q),
    of: searchedWords(params.of),
    company: accessFilterInput.shape.companyIds.safeParse([company]).success ? company : undefined,
    page: single(params.page) || undefined,
  };
}

/** The address at which `query` is shown, or under `path` downloaded. */
export function whoHref(query: WhoQuery, path = "/access/who"): string {
  const { audience, permission, standing, q, of, company, page } = query;
  const said = { portal: audience, may: permission, standing, q, of, company, page };
  const params = Object.entries(said).filter((param): param is [string, string] => Boolean(param[1]));
  return `${path}?${new URLSearchParams(params).toString()}`;
}
