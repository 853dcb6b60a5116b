import { kindWords } from "@/components/companies/company-words";
import { CreateCompanyForm } from "@/components/companies/create-company-form";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffPageContext } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { blankCompany } from "@/lib/companies/form-values";
import type { CompanyKind } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { createCompanyAction } from "../actions";

/** The page on which a customer or supplier is created, as a site of the company that the address names, if any. */
export async function newCompanyPage(kind: CompanyKind, { tx, session, searchParams }: StaffPageContext) {
  const words = kindWords[kind];
  const parent =
    typeof searchParams.parent === "string" ? await findCompany(tx, kind, searchParams.parent) : null;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title={parent ? `New site of ${parent.name}` : `New ${words.one}`}
        breadcrumb={[{ href: words.path, label: words.many }, { label: `New ${words.one.toLowerCase()}` }]}
      />
      <CreateCompanyForm
        kind={kind}
        blank={blankCompany}
        parent={parent && { id: parent.id, name: parent.name, code: parent.code }}
        mayAdministerAccess={may(session, "administerAccess")}
        action={createCompanyAction}
        cancelHref={parent ? `${words.path}/${parent.id}` : words.path}
      />
    </div>
  );
}
