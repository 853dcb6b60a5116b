import { kindWords } from "@/components/companies/company-words";
import { ProjectForm } from "@/components/projects/project-form";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { Refusal } from "@/lib/platform/errors";
import { createProjectAction } from "../actions";

/** The page on which a project of a company is begun. */
export async function newProjectPage(kind: CompanyKind, { tx, params }: StaffPageContext) {
  const { path, many } = kindWords[kind];
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}, or it is not yours to edit.`);
  const href = `${path}/${company.id}`;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title="New Project"
        breadcrumb={[
          { href: path, label: many },
          { href, label: company.name },
          { href: `${href}/projects`, label: "Projects" },
          { label: "New" },
        ]}
      />
      <ProjectForm
        title={`Project of ${company.name}`}
        action={createProjectAction}
        hidden={{ companyId: company.id }}
        values={{ name: "", description: "", status: "active" }}
        button="Create project"
        cancelHref={`${href}/projects`}
      />
    </div>
  );
}
