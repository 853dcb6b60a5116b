import { staffPage } from "@/lib/auth/page";
import { companyUsers } from "@/app/(staff)/customers/[companyId]/users/company-users";

export const metadata = { title: "Customer" };

export default staffPage("viewCompanies", (context) => companyUsers("customer", context));
