import { forbidden } from "next/navigation";
import { kindWords } from "@/components/companies/company-words";
import { MailTable } from "@/components/mail/mail-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkArea } from "@/components/ui/link-area";
import { Pager } from "@/components/ui/pager";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { readMailList } from "@/lib/mail/list-input";
import { listMail } from "@/lib/mail/list-mail";
import { loadCompany } from "../load-company";

/** The e-mails to a company's contacts, for those who may read them. */
export async function companyMail(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor, searchParams } = context;
  const { company, place, header } = await loadCompany(kind, context);
  // Whose roles reach every company may still read the e-mails of only some.
  if (!(await mayAtCompany(tx, actor, "viewMail", company.id))) forbidden();
  const query = readMailList(searchParams);
  const { rows, newer, older } = await listMail(tx, { ...query, companyId: company.id });
  const path = `${kindWords[kind].path}/${company.id}/mail`;
  const pageHref = (page?: string) => page && `${path}?page=${page}`;
  return (
    <LinkArea className="grid gap-6">
      {header}
      {rows.length > 0 ? (
        <MailTable rows={rows} {...place} />
      ) : (
        <EmptyState title="No e-mails yet">
          Invitations, password resets and notices to contacts of {company.name} appear here as soon as they
          are caused.
        </EmptyState>
      )}
      <Pager newerHref={pageHref(newer)} olderHref={pageHref(older)} />
    </LinkArea>
  );
}
