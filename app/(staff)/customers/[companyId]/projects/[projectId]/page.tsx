import { staffPage } from "@/lib/auth/page";
import { projectPage } from "@/app/(staff)/customers/[companyId]/projects/[projectId]/project-page";

export const metadata = { title: "Project" };

export default staffPage("viewCompanies", (context) => projectPage("customer", context));
