import { staffPage } from "@/lib/auth/page";
import { companyMail } from "@/app/(staff)/customers/[companyId]/mail/company-mail";

export const metadata = { title: "E-mails of the supplier" };

export default staffPage("viewCompanies", (context) => companyMail("supplier", context));
