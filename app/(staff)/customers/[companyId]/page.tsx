import { staffPage } from "@/lib/auth/page";
import { companyOverview } from "@/app/(staff)/customers/[companyId]/overview";

export const metadata = { title: "Customer" };

export default staffPage("viewCompanies", (context) => companyOverview("customer", context));
