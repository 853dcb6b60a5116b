import { SiteTree } from "@/components/companies/site-tree";
import { kindWords } from "@/components/companies/company-words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { listSites } from "@/lib/companies/sites";
import { loadCompany } from "../load-company";

/** The sites of a company as a tree. */
export async function companySites(kind: CompanyKind, context: StaffPageContext) {
  const { company, mayEdit, header } = await loadCompany(kind, context);
  const sites = await listSites(context.tx, company.id);
  const add = mayEdit ? (
    <a className="btn" href={`${kindWords[kind].path}/new?parent=${company.id}`}>
      New site
    </a>
  ) : null;
  return (
    <div className="grid gap-6">
      {header}
      {sites.length === 0 ? (
        <EmptyState title="No sites yet" actions={add}>
          A site is a place of this company that has contacts of its own. Contacts of {company.name} see all
          its sites; contacts of a site see only theirs.
        </EmptyState>
      ) : (
        <Card title="Sites" actions={add} flush>
          <SiteTree kind={kind} sites={sites} />
        </Card>
      )}
    </div>
  );
}
