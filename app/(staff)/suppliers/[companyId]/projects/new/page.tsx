import { staffPage } from "@/lib/auth/page";
import { newProjectPage } from "@/app/(staff)/customers/[companyId]/projects/new/new-project-page";

export const metadata = { title: "New Project" };

export default staffPage("editCompanies", (context) => newProjectPage("supplier", context));
