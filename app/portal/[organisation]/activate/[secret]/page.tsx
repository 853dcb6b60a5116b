import { ActionForm } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { FrontLinks } from "@/components/portal/front-links";
import { DeadLink } from "@/components/portal/dead-link";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { TermsField } from "@/components/portal/terms-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { portalFrontPage } from "@/lib/auth/page";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { openLink } from "@/lib/credentials/open-link";
import { activateLoginAction, continueActivationAction, requestFreshLinkAction } from "../../actions";

export const metadata = { title: "Activate your account" };

// Looking changes nothing, so that mail scanners, which follow every link, cannot use one up; people press Continue.
export default portalFrontPage(
  "the link that was sent by e-mail is the right to see it",
  async ({ organisation, params, searchParams }) => {
    const { slug, name } = organisation;
    const hidden = { organisation: slug, secret: params.secret ?? "" };
    const link = await openLink(slug, hidden.secret, "activation");
    if (link?.state !== "live")
      return (
        <DeadLink
          organisation={organisation}
          state={link?.state ?? "unknown"}
          sent={"sent" in searchParams}
          maskedEmail={link && link.state !== "closed" ? maskedEmail(link.token.email) : undefined}
          fresh={{ action: requestFreshLinkAction, hidden: { ...hidden, page: "activate" } }}
          links={<FrontLinks slug={slug} />}
        />
      );
    const { owner, token } = link;
    if (searchParams.step !== "password")
      return (
        <SignInFrame
          organisation={organisation}
          title={`Welcome, ${owner.name}`}
          intro={`${name} has opened its portal to you for ${owner.companyName}.`}
        >
          <ActionForm action={continueActivationAction} hidden={hidden}>
            <p>
              You will sign in as <strong className="wrap-anywhere">{token.email}</strong>. Next, choose a
              password.
            </p>
            <SubmitButton>Continue</SubmitButton>
          </ActionForm>
        </SignInFrame>
      );
    return (
      <SignInFrame
        organisation={organisation}
        title="Choose a password"
        intro={`For ${owner.name}, ${token.email}`}
      >
        <ActionForm action={activateLoginAction} hidden={hidden}>
          <NewPasswordFields email={token.email} least={organisation.passwordMin} />
          <TermsField organisation={organisation} />
          <SubmitButton>Activate account</SubmitButton>
        </ActionForm>
      </SignInFrame>
    );
  },
);
