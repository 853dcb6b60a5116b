import { AddContactDialog } from "@/components/contacts/add-contact-dialog";
import { CompanyHeader } from "@/components/companies/company-header";
import { companyTabs } from "@/components/companies/company-tabs";
import { EditCompanyDrawer } from "@/components/companies/edit-company-drawer";
import { addContactOptions } from "@/app/(staff)/contacts/add-contact-options";
import type { StaffPageContext } from "@/lib/auth/page";
import { countCompanyParts } from "@/lib/companies/count-parts";
import type { CompanyKind } from "@/lib/companies/input";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { findCompany } from "@/lib/companies/queries";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { Refusal } from "@/lib/platform/errors";
import { updateCompanyAction } from "../actions";
import { editedCompany } from "./edited-company";

/** The company that a page is about, whether it may be edited, and the header that all its tabs share. */
export async function loadCompany(kind: CompanyKind, { tx, actor, session, params }: StaffPageContext) {
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}.`);
  const mayEdit = await mayAtCompany(tx, actor, "editCompanies", company.id);
  const mayRead = await mayAtCompany(tx, actor, "viewMail", company.id);
  const parts = await countCompanyParts(tx, company.id);
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  const header = (
    <CompanyHeader
      company={company}
      tabs={companyTabs(company, parts, mayRead ? ["mail"] : [])}
      mayEdit={mayEdit}
      edit={<EditCompanyDrawer company={editedCompany(company)} action={updateCompanyAction} />}
      primary={
        (await mayEditContacts(tx, actor, company.id)) ? (
          <AddContactDialog
            {...await addContactOptions(tx)}
            company={company}
            href={`/contacts/new?company=${company.id}`}
          />
        ) : null
      }
      {...place}
    />
  );
  return { company, mayEdit, parts, place, header };
}
