import { staffPage } from "@/lib/auth/page";
import { editCompanyPage } from "@/app/(staff)/customers/[companyId]/edit/edit-company-page";

export const metadata = { title: "Edit supplier" };

export default staffPage("editCompanies", (context) => editCompanyPage("supplier", context));
