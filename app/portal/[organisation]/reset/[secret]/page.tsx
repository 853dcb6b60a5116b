import { ActionForm } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { DeadLink } from "@/components/portal/dead-link";
import { FrontLinks } from "@/components/portal/front-links";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { TermsNote } from "@/components/portal/terms-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { portalFrontPage } from "@/lib/auth/page";
import { hasAccepted } from "@/lib/logins/accepted-terms";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { openLink } from "@/lib/credentials/open-link";
import { requestFreshLinkAction, resetContactPasswordAction } from "../../actions";

export const metadata = { title: "Choose a new password" };

export default portalFrontPage(
  "the link that was sent by e-mail is the right to see it",
  async ({ organisation, params, searchParams }) => {
    const { slug } = organisation;
    const hidden = { organisation: slug, secret: params.secret ?? "" };
    const link = await openLink(slug, hidden.secret, "contact-reset");
    if (link?.state !== "live")
      return (
        <DeadLink
          organisation={organisation}
          state={link?.state ?? "unknown"}
          sent={"sent" in searchParams}
          maskedEmail={link && link.state !== "closed" ? maskedEmail(link.token.email) : undefined}
          fresh={{ action: requestFreshLinkAction, hidden: { ...hidden, page: "reset" } }}
          links={<FrontLinks slug={slug} />}
        />
      );
    const { email } = link.token;
    return (
      <SignInFrame
        organisation={organisation}
        title="Choose a new password"
        intro={`For ${email}. Every device that is signed in will be signed out.`}
      >
        <ActionForm action={resetContactPasswordAction} hidden={hidden}>
          <NewPasswordFields email={email} least={organisation.passwordMin} label="New password" />
          {hasAccepted(link.owner, organisation) ? null : <TermsNote organisation={organisation} />}
          <SubmitButton>Save password</SubmitButton>
        </ActionForm>
      </SignInFrame>
    );
  },
);
