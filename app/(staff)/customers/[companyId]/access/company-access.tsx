import { kindWords } from "@/components/companies/company-words";
import { accessOf } from "@/app/(staff)/access/access-of";
import { readCompanyAccess } from "@/lib/access/access-address";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { listSites } from "@/lib/companies/sites";
import { loadCompany } from "../load-company";

/** The ticks of a company's contacts and its Services, on its own page; its sites join them when asked for. */
export async function companyAccess(kind: CompanyKind, context: StaffPageContext) {
  const { company, header } = await loadCompany(kind, context);
  const { id, name } = company;
  const siteIds = (await listSites(context.tx, id)).map((site) => site.id);
  const path = `${kindWords[kind].path}/${id}/access`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {header}
      {await accessOf(context, {
        query: readCompanyAccess(context.searchParams, { kind, path, id, siteIds }),
        offered: [kind],
        chosen: [],
        company: { id, name, siteCount: siteIds.length },
        stagedFor: id,
      })}
    </div>
  );
}
