import { AskByEmail } from "@/components/portal/ask-by-email";
import { portalFrontPage } from "@/lib/auth/page";
import { requestContactResetAction } from "../actions";

export const metadata = { title: "Forgot password" };

export default portalFrontPage(
  "whoever forgot a password cannot sign in",
  async ({ organisation, searchParams }) => (
    <AskByEmail
      organisation={organisation}
      action={requestContactResetAction}
      sent={"sent" in searchParams}
      title="Forgot password"
      intro="Enter your e-mail address. We send a link with which you choose a new password."
      answer="If an account with that address exists here, an e-mail with a link to choose a new password is on its way."
      button="Send the link"
    />
  ),
);
