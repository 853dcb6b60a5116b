import { staffPage } from "@/lib/auth/page";
import { companyProjects } from "@/app/(staff)/customers/[companyId]/projects/company-projects";

export const metadata = { title: "Projects" };

export default staffPage("viewCompanies", (context) => companyProjects("supplier", context));
