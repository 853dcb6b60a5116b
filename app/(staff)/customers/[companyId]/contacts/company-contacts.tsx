import { CredentialsSection } from "@/components/credentials/credentials-section";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { listCredentials } from "@/lib/credentials/queries";
import { credentialActions } from "../../../credentials/acts";
import { loadCompany } from "../load-company";

/** The contacts of a company with their credentials, and for those who may the acts that fit each. */
export async function companyContacts(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor, searchParams } = context;
  const { company, place, header } = await loadCompany(kind, context);
  const at = typeof searchParams.page === "string" ? searchParams.page : undefined;
  const { rows, newer, older } = await listCredentials(tx, company.id, at);
  const pageHref = (cursor?: string) => cursor && `?page=${cursor}`;
  return (
    <div className="grid gap-6">
      {header}
      <CredentialsSection
        credentials={rows}
        newerHref={pageHref(newer)}
        olderHref={pageHref(older)}
        mayEdit={await mayEditContacts(tx, actor, company.id)}
        actions={credentialActions}
        temporaryHours={context.session.organisation.temporaryPasswordHours}
        empty={`${company.name} has no contacts yet. Add one, so that somebody can come to the portal.`}
        {...place}
      />
    </div>
  );
}
