import { CompanyStaff } from "@/components/companies/company-staff";
import { reachFor } from "@/lib/auth/needs";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { isAdministratorOf } from "@/lib/companies/queries";
import { assignStaffAction } from "../../actions";
import { loadCompany } from "../load-company";

/** The staff users who serve a company, and for its administrators the means to change that. */
export async function companyUsers(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor } = context;
  const { company, staff, place, header } = await loadCompany(kind, context);
  const mayAssign =
    reachFor("assignStaff", actor.roles) === "all" ||
    (await isAdministratorOf(tx, actor.staffId, company.id));
  return (
    <div className="grid gap-6">
      {header}
      <CompanyStaff
        companyId={company.id}
        staff={staff}
        assign={mayAssign ? assignStaffAction : undefined}
        seesAll={actor.reach === "all"}
        {...place}
      />
    </div>
  );
}
