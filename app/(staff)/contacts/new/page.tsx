import { AddContactPage } from "@/components/contacts/add-contact-page";
import { CompanyFinder } from "@/components/contacts/company-finder";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { findCompanyToChoose, suggestCompanies } from "@/lib/contacts/suggest-companies";
import { single } from "@/lib/platform/address";
import { addContactOptions } from "../add-contact-options";

export const metadata = { title: "Add contact" };

export default staffPage("editContacts", async ({ tx, searchParams }) => {
  const company = await findCompanyToChoose(tx, single(searchParams.company));
  const find = single(searchParams.find);
  const found = find ? await suggestCompanies(tx, find) : null;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader title={company ? `Add contact to ${company.name}` : "Add contact"} />
      {company ? null : <CompanyFinder query={find} found={found} />}
      <AddContactPage
        key={company?.id}
        {...await addContactOptions(tx)}
        company={company ?? undefined}
        cancelHref={company ? `/${company.kind}s/${company.id}` : "/contacts"}
      />
    </div>
  );
});
