import { staffPage } from "@/lib/auth/page";
import { companyActivity } from "@/app/(staff)/customers/[companyId]/activity/company-activity";

export const metadata = { title: "Activity of the customer" };

export default staffPage("viewCompanies", (context) => companyActivity("customer", context));
