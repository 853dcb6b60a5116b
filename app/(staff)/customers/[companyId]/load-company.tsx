import { AddContactDialog } from "@/components/contacts/add-contact-dialog";
import { CompanyHeader } from "@/components/companies/company-header";
import { EditCompanyDrawer } from "@/components/companies/edit-company-drawer";
import { addContactOptions } from "@/app/(staff)/contacts/add-contact-options";
import { reachFor } from "@/lib/auth/needs";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { findCompany, isAdministratorOf, listCompanyStaff } from "@/lib/companies/queries";
import { countSites } from "@/lib/companies/sites";
import { Refusal } from "@/lib/platform/errors";
import { updateCompanyAction } from "../actions";
import { editedCompany } from "./edited-company";

/** The company that a page is about, whether it may be edited, and the header that all its tabs share. */
export async function loadCompany(kind: CompanyKind, { tx, actor, session, params }: StaffPageContext) {
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}.`);
  const reach = reachFor("editCompanies", actor.roles);
  const mayEdit =
    reach === "administered" ? await isAdministratorOf(tx, actor.staffId, company.id) : reach !== null;
  const staff = await listCompanyStaff(tx, company.id);
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  const header = (
    <CompanyHeader
      company={company}
      siteCount={await countSites(tx, company.id)}
      staffCount={staff.length}
      mayEdit={mayEdit}
      edit={<EditCompanyDrawer company={editedCompany(company)} action={updateCompanyAction} />}
      primary={
        mayEdit ? (
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
  return { company, mayEdit, staff, place, header };
}
