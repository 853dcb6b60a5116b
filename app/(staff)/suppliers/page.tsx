import { staffPage } from "@/lib/auth/page";
import { companyGrid } from "@/app/(staff)/customers/company-grid";

export const metadata = { title: "Suppliers" };

export default staffPage("viewCompanies", (context) => companyGrid("supplier", context));
