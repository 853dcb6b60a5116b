import { staffPage } from "@/lib/auth/page";
import { companyAccess } from "@/app/(staff)/customers/[companyId]/access/company-access";

export const metadata = { title: "Customer" };

export default staffPage("viewAccess", (context) => companyAccess("customer", context));
