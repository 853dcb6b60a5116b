import { staffPage } from "@/lib/auth/page";
import { newContactOf } from "../../../../contacts/new-contact-page";

export const metadata = { title: "Add contact" };

export default staffPage("editContacts", newContactOf("supplier"));
