import { CompanyStaff } from "@/components/companies/company-staff";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { listCompanyStaff } from "@/lib/companies/queries";
import { assignStaffAction } from "../../actions";
import { loadCompany } from "../load-company";

/** The staff users who serve a company, and for its administrators the means to change that. */
export async function companyUsers(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor } = context;
  const { company, place, header } = await loadCompany(kind, context);
  const mayAssign = await mayAtCompany(tx, actor, "assignStaff", company.id);
  return (
    <div className="grid gap-6">
      {header}
      <CompanyStaff
        companyId={company.id}
        staff={await listCompanyStaff(tx, company.id)}
        assign={mayAssign ? assignStaffAction : undefined}
        seesAll={actor.reach === "all"}
        {...place}
      />
    </div>
  );
}
