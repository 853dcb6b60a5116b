import { portalSettingsPage } from "../portal-page";

export const metadata = { title: "Customer portal" };

export default portalSettingsPage("customer");
