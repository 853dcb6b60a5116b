import { staffPage } from "@/lib/auth/page";
import { companyOverview } from "@/app/(staff)/customers/[companyId]/overview";

export const metadata = { title: "Supplier" };

export default staffPage("viewCompanies", (context) => companyOverview("supplier", context));
