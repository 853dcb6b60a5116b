import { staffPage } from "@/lib/auth/page";
import { companyAccess } from "@/app/(staff)/customers/[companyId]/access/company-access";

export const metadata = { title: "Supplier" };

export default staffPage("viewAccess", (context) => companyAccess("supplier", context));
