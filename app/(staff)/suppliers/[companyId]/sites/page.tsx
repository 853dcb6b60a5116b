import { staffPage } from "@/lib/auth/page";
import { companySites } from "@/app/(staff)/customers/[companyId]/sites/company-sites";

export const metadata = { title: "Supplier" };

export default staffPage("viewCompanies", (context) => companySites("supplier", context));
