import { portalSettingsPage } from "../portal-page";

export const metadata = { title: "Supplier portal" };

export default portalSettingsPage("supplier");
