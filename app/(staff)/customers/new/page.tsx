import { staffPage } from "@/lib/auth/page";
import { newCompanyPage } from "@/app/(staff)/customers/new/new-company-page";

export const metadata = { title: "New Customer" };

export default staffPage("createCompanies", (context) => newCompanyPage("customer", context));
