import { staffPage } from "@/lib/auth/page";
import { companySettings } from "@/app/(staff)/customers/[companyId]/settings/company-settings";

export const metadata = { title: "Customer Settings" };

export default staffPage("editCompanies", (context) => companySettings("customer", context));
