import { staffPage } from "@/lib/auth/page";
import { companyContacts } from "@/app/(staff)/customers/[companyId]/contacts/company-contacts";

export const metadata = { title: "Contacts of the customer" };

export default staffPage("viewCompanies", (context) => companyContacts("customer", context));
