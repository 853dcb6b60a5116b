import { staffPage } from "@/lib/auth/page";
import { assignStaffPage } from "@/app/(staff)/customers/assign/assign-staff-page";

export const metadata = { title: "Assign staff" };

export default staffPage("viewCompanies", (context) => assignStaffPage("supplier", context));
