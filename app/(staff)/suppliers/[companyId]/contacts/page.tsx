import { staffPage } from "@/lib/auth/page";
import { companyContacts } from "@/app/(staff)/customers/[companyId]/contacts/company-contacts";

export const metadata = { title: "Contacts of the supplier" };

export default staffPage("viewCompanies", (context) => companyContacts("supplier", context));
