import { AskByEmail } from "@/components/portal/ask-by-email";
import { portalFrontPage } from "@/lib/auth/page";
import { registerContactAction } from "../actions";

export const metadata = { title: "Set up your login" };

export default portalFrontPage(
  "whoever registers has no login yet",
  async ({ organisation, searchParams }) => (
    <AskByEmail
      organisation={organisation}
      action={registerContactAction}
      sent={"sent" in searchParams}
      title="Set up your login"
      intro={`Enter the e-mail address under which ${organisation.name} knows you. We send a link with which you choose a password.`}
      answer={`If ${organisation.name} knows that address and lets it register, an e-mail with a link is on its way.`}
      button="Send the link"
    />
  ),
);
