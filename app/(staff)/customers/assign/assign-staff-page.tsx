import { AssignStaffPage } from "@/components/companies/assign-staff-page";
import { kindWords } from "@/components/companies/company-words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { listCompanies } from "@/lib/companies/list-companies";
import { companyListHref, readCompanyList } from "@/lib/companies/list-input";
import { isId } from "@/lib/platform/ids";
import { assigningStaff } from "./assigning-staff";

/** The page on which staff are assigned to the companies that its address names, or to all of a list. */
export async function assignStaffPage(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor, searchParams } = context;
  const { path, many } = kindWords[kind];
  const query = { ...readCompanyList(searchParams), page: undefined };
  const { total } = await listCompanies(tx, actor, kind, query);
  const assigning = await assigningStaff(context, kind, query, total);
  const companyIds = [...new Set([searchParams.pick ?? []].flat())].filter(isId).slice(0, 100);
  const listHref = companyListHref(path, query);
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title="Assign staff"
        breadcrumb={[{ href: listHref, label: many }, { label: "Assign staff" }]}
      />
      {assigning ? (
        <Card>
          <AssignStaffPage
            {...assigning}
            choice={{ ...assigning.choice, companyIds }}
            back={{ href: listHref, label: `Back to ${many}` }}
          />
        </Card>
      ) : (
        <EmptyState
          title="You are not an administrator of any company"
          actions={<LinkButton href={path}>{many}</LinkButton>}
        >
          Whoever created a company, or was made its administrator, decides who else has access to it.
        </EmptyState>
      )}
    </div>
  );
}
