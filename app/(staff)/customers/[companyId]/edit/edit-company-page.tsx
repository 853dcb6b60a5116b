import { kindWords } from "@/components/companies/company-words";
import { EditCompanyPage } from "@/components/companies/edit-company-page";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { Refusal } from "@/lib/platform/errors";
import { updateCompanyAction } from "../../actions";
import { editedCompany } from "../edited-company";

/** The page on which a customer's or supplier's details are edited. */
export async function editCompanyPage(kind: CompanyKind, { tx, params }: StaffPageContext) {
  const words = kindWords[kind];
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}, or it is not yours to edit.`);
  const href = `${words.path}/${company.id}`;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title={`Edit ${company.name}`}
        breadcrumb={[
          { href: words.path, label: words.many },
          { href, label: company.name },
          { label: "Edit" },
        ]}
      />
      <EditCompanyPage company={editedCompany(company)} action={updateCompanyAction} />
    </div>
  );
}
