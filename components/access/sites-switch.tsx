import { MOST_COMPANIES } from "@/lib/access/access-filter";
import { accessHref, type AccessQuery } from "@/lib/access/access-address";

/** Chooses between a company alone and the company with all its sites. */
export function SitesSwitch({ query, siteCount }: { query: AccessQuery; siteCount: number }) {
  const choices = [
    { sites: false, label: "This company" },
    { sites: true, label: `With its ${sitesText(siteCount)}` },
  ];
  return (
    <nav aria-label="Sites" className="access-choice">
      {choices.map(({ sites, label }) => (
        <a
          key={label}
          href={hrefOf(query, sites)}
          aria-current={sites === query.within?.sites ? "page" : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function sitesText(count: number): string {
  // The company itself is one of those that a filter can name.
  if (count >= MOST_COMPANIES) return `first ${MOST_COMPANIES - 1} sites`;
  return count === 1 ? "site" : `${count} sites`;
}

function hrefOf(query: AccessQuery, sites: boolean): string {
  const { companies, contacts, within } = query;
  return accessHref({
    ...query,
    companies: { ...companies, page: undefined },
    contacts: { ...contacts, page: undefined },
    within: within && { ...within, sites },
  });
}
