import { staffPage } from "@/lib/auth/page";
import { companySites } from "@/app/(staff)/customers/[companyId]/sites/company-sites";

export const metadata = { title: "Customer" };

export default staffPage("viewCompanies", (context) => companySites("customer", context));
