import { staffPage } from "@/lib/auth/page";
import { portalSettings } from "../portal-page";

export const metadata = { title: "Customer portal" };

export default staffPage("administerSettings", portalSettings("customer"));
