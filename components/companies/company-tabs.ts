import type { TabLink } from "@/components/ui/tab-links";
import type { CompanyParts } from "@/lib/companies/count-parts";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "./company-words";

/** Tabs that not everybody who sees the company may open. */
export type OptionalTab = "mail";

/** The parts of a company's page, each at an address of its own. */
export function companyTabs(
  { kind, id }: { kind: CompanyKind; id: string },
  parts: CompanyParts,
  may: readonly OptionalTab[],
): TabLink[] {
  const href = `${kindWords[kind].path}/${id}`;
  return [
    { href, label: "Overview", exact: true },
    { href: `${href}/contacts`, label: "Contacts", count: parts.contacts },
    { href: `${href}/users`, label: "Users", count: parts.users },
    { href: `${href}/projects`, label: "Projects", count: parts.projects },
    { href: `${href}/sites`, label: "Sites", count: parts.sites },
    ...(may.includes("mail") ? [{ href: `${href}/mail`, label: "Mail" }] : []),
  ];
}
