import type { TabLink } from "@/components/ui/tab-links";
import type { CompanyParts } from "@/lib/companies/count-parts";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "./company-words";

/** Tabs that not everybody may open who comes to the company's page: `record` is all that tells about the company itself. */
export type OptionalTab = "record" | "access" | "mail";

/** The parts of a company's page, each at an address of its own. */
export function companyTabs(
  { kind, id }: { kind: CompanyKind; id: string },
  parts: CompanyParts,
  may: readonly OptionalTab[],
): TabLink[] {
  const href = `${kindWords[kind].path}/${id}`;
  const record = [
    { href, label: "Overview", exact: true },
    { href: `${href}/contacts`, label: "Contacts", count: parts.contacts },
    { href: `${href}/users`, label: "Users", count: parts.users },
    { href: `${href}/projects`, label: "Projects", count: parts.projects },
    { href: `${href}/sites`, label: "Sites", count: parts.sites },
  ];
  return [
    ...(may.includes("record") ? record : []),
    ...(may.includes("access") ? [{ href: `${href}/access`, label: "Access" }] : []),
    ...(may.includes("mail") ? [{ href: `${href}/mail`, label: "Mail" }] : []),
    ...(may.includes("record") ? [{ href: `${href}/activity`, label: "Activity" }] : []),
  ];
}
