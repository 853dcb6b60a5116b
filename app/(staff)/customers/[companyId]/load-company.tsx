import { AddContactDialog } from "@/components/contacts/add-contact-dialog";
import { CompanyHeader } from "@/components/companies/company-header";
import { companyTabs, type OptionalTab } from "@/components/companies/company-tabs";
import { EditCompanyDrawer } from "@/components/companies/edit-company-drawer";
import { SettingsDrawer } from "@/components/companies/settings-drawer";
import { addContactOptions } from "@/app/(staff)/contacts/add-contact-options";
import type { StaffNeed } from "@/lib/auth/needs";
import type { StaffPageContext } from "@/lib/auth/page";
import { countCompanyParts } from "@/lib/companies/count-parts";
import type { CompanyKind } from "@/lib/companies/input";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { findCompany, type CompanyView } from "@/lib/companies/queries";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { Refusal } from "@/lib/platform/errors";
import { saveSettingsAction, updateCompanyAction } from "../actions";
import { editedCompany } from "./edited-company";

/** The company that a page is about, whether it may be edited, and the header that all its tabs share. */
export async function loadCompany(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor, session, params } = context;
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}.`);
  const mayEdit = await mayAtCompany(tx, actor, "editCompanies", company.id);
  const parts = await countCompanyParts(tx, company.id);
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  const header = (
    <CompanyHeader
      company={company}
      tabs={companyTabs(company, parts, await openTabs(context, company.id))}
      mayEdit={mayEdit}
      edit={
        <>
          <EditCompanyDrawer company={editedCompany(company)} action={updateCompanyAction} />
          <SettingsDrawer company={settingsOf(company)} action={saveSettingsAction} />
        </>
      }
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

const needs: Record<OptionalTab, StaffNeed> = {
  record: "viewCompanies",
  access: "viewAccess",
  mail: "viewMail",
};

/** Who decides about access reaches every company by that, and with the other tabs perhaps only their own. */
async function openTabs({ tx, actor }: StaffPageContext, companyId: string): Promise<OptionalTab[]> {
  const open: OptionalTab[] = [];
  for (const tab of Object.keys(needs) as OptionalTab[])
    if (await mayAtCompany(tx, actor, needs[tab], companyId)) open.push(tab);
  return open;
}

// What a client component is given, the browser gets: not the whole record.
const settingsOf = ({ id, kind, name, logLevel }: CompanyView) => ({ id, kind, name, logLevel });
