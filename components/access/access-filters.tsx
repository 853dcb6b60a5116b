import { ChoiceMenu } from "@/components/grid/choice-menu";
import { Chip } from "@/components/ui/chip";
import { SearchBox } from "@/components/ui/search-box";
import type { AccessStanding } from "@/lib/access/access-filter";
import { accessHref, accessParams, accessPath, type AccessQuery } from "@/lib/access/access-address";
import { permissions } from "@/lib/access/permissions";
import { filteredHref } from "./address";

const standings: Record<AccessStanding, string> = {
  usable: "Can use it",
  allowed: "Is allowed, with or without effect",
  "without-effect": "Is allowed, without effect",
  "not-allowed": "Is not allowed",
};

const logins = { any: "With or without a login", some: "Has a login", none: "Has no login" } as const;

/** What of the address a form must carry along; never a page, and not what the form itself says. */
function kept(query: AccessQuery, ...dropped: string[]): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of accessParams(query))
    if (!dropped.includes(name)) params[name] = [...(params[name] ?? []), value];
  return params;
}

/** Search and filters of the companies. */
export function CompanyFilters({ query }: { query: AccessQuery }) {
  const { companies } = query;
  const href = (changed: Partial<AccessQuery["companies"]>) =>
    accessHref({ ...query, companies: { ...companies, ...changed, page: undefined } });
  return (
    <>
      <SearchBox
        action={accessPath(query)}
        name="cq"
        label="Search companies"
        placeholder="Search by ID or name"
        defaultValue={companies.q}
        keep={kept(query, "cq", "cpage")}
        className="max-w-72 flex-1"
      />
      <ChoiceMenu
        label="Filter companies"
        action={accessPath(query)}
        keep={kept(query, "cclosed", "cservices", "cpage")}
        groups={[
          {
            name: "cservices",
            legend: "Services",
            options: [
              { value: "", label: "On or off" },
              { value: "on", label: "On" },
              { value: "off", label: "Off" },
            ],
            chosen: [companies.services === "any" ? "" : companies.services],
          },
          {
            name: "cclosed",
            legend: "Closed companies",
            several: true,
            options: [{ value: "yes", label: "Show them too" }],
            chosen: companies.closed ? ["yes"] : [],
          },
        ]}
      />
      {companies.closed ? (
        <Chip
          label="Closed too"
          removeHref={href({ closed: false })}
          removeLabel="Remove the filter “Closed too”"
        />
      ) : null}
      {companies.services === "any" ? null : (
        <Chip
          label={`Services: ${companies.services}`}
          removeHref={href({ services: "any" })}
          removeLabel={`Remove the filter “Services: ${companies.services}”`}
        />
      )}
    </>
  );
}

type Chosen = readonly { id: string; name: string }[];

/** Search and filters of the contacts, and what narrows them now, each of which can be taken off. */
export function AccessFilters({ query, chosen }: { query: AccessQuery; chosen: Chosen }) {
  const { filter } = query.contacts;
  const radios = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SearchBox
        action={accessPath(query)}
        label="Search contacts"
        placeholder="Search by name or e-mail"
        defaultValue={filter.q}
        keep={kept(query, "q", "page")}
        className="max-w-72 flex-1"
      />
      <ChoiceMenu
        label="Filter contacts"
        action={accessPath(query)}
        keep={kept(query, "may", "standing", "login", "deactivated", "page")}
        groups={[
          {
            name: "may",
            legend: "By a permission",
            drops: true,
            options: [
              { value: "", label: "Anything" },
              ...permissions[query.audience].map(({ id, label }) => ({ value: id, label })),
            ],
            chosen: [filter.permission ?? ""],
          },
          {
            name: "standing",
            legend: "How it stands with that",
            drops: true,
            options: radios(standings),
            chosen: [filter.standing],
          },
          { name: "login", legend: "Login", options: radios(logins), chosen: [filter.login] },
          {
            name: "deactivated",
            legend: "Deactivated contacts",
            several: true,
            options: [{ value: "yes", label: "Show them too" }],
            chosen: filter.deactivated ? ["yes"] : [],
          },
        ]}
      />
      {chipsOf(query, chosen).map(({ label, href }) => (
        <Chip key={label} label={label} removeHref={href} removeLabel={`Remove the filter “${label}”`} />
      ))}
    </>
  );
}

function chipsOf(query: AccessQuery, chosen: Chosen): { label: string; href: string }[] {
  const { filter } = query.contacts;
  const chips = [];
  if (chosen.length > 3)
    chips.push({ label: `${chosen.length} companies`, href: filteredHref(query, { companyIds: [] }) });
  else
    for (const { id, name } of chosen)
      chips.push({
        label: name,
        href: filteredHref(query, { companyIds: filter.companyIds.filter((one) => one !== id) }),
      });
  const permission = permissions[query.audience].find(({ id }) => id === filter.permission);
  if (permission)
    chips.push({
      label: `${permission.label}: ${standings[filter.standing].toLowerCase()}`,
      href: filteredHref(query, { permission: null, standing: "usable" }),
    });
  if (filter.login !== "any")
    chips.push({ label: logins[filter.login], href: filteredHref(query, { login: "any" }) });
  if (filter.deactivated)
    chips.push({ label: "Deactivated too", href: filteredHref(query, { deactivated: false }) });
  return chips;
}
