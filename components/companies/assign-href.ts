import { companyListHref, readCompanyFilter } from "@/lib/companies/list-input";
import type { CompanyChoice } from "./assign-staff";
import { kindWords } from "./company-words";

/** The page on which staff are assigned to those companies: for those without script, and for another tab. */
export function assignHref({ kind, companyIds, filter }: CompanyChoice): string {
  const list = companyListHref("", { ...readCompanyFilter(filter), page: undefined }).slice(1);
  const picks = companyIds.map((id) => `pick=${id}`).join("&");
  const query = [list, picks].filter(Boolean).join("&");
  return `${kindWords[kind].path}/assign${query ? `?${query}` : ""}`;
}
