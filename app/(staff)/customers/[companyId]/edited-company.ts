import type { EditedCompany } from "@/components/companies/edit-company-form";
import { companyFormValues } from "@/lib/companies/form-values";
import type { CompanyView } from "@/lib/companies/queries";

/** A company as its form is given it. */
export function editedCompany(company: CompanyView): EditedCompany {
  const { id, kind, version, parent, parentId } = company;
  const hidden = parentId ? { id: parentId, name: "A company out of your reach" } : null;
  return { id, kind, version, values: companyFormValues(company), parent: parent ?? hidden };
}
