import { ActionForm } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { DeadLink } from "@/components/portal/dead-link";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { publicPage } from "@/lib/auth/page";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { openStaffLink } from "@/lib/staff/open-staff-link";
import {
  activateStaffAction,
  continueStaffActivationAction,
  requestFreshStaffLinkAction,
} from "../../actions";

export const metadata = { title: "Activate your account" };

const back = (
  <a className="underline underline-offset-3" href="/login">
    Staff sign-in
  </a>
);

// Looking changes nothing, so that mail scanners, which follow every link, cannot use one up; people press Continue.
export default publicPage(
  "the link that was sent by e-mail is the right to see it",
  async ({ params, searchParams }) => {
    const secret = params.secret ?? "";
    const link = await openStaffLink(secret);
    const organisation = { name: link?.organisationName ?? "Portico" };
    if (link?.state !== "live")
      return (
        <DeadLink
          organisation={organisation}
          state={link?.state ?? "unknown"}
          sent={"sent" in searchParams}
          maskedEmail={link && link.state !== "closed" ? maskedEmail(link.token.email) : undefined}
          fresh={{ action: requestFreshStaffLinkAction, hidden: { secret } }}
          helper="an administrator"
          links={back}
        />
      );
    const { token, owner } = link;
    if (searchParams.step !== "password")
      return (
        <SignInFrame
          organisation={organisation}
          title={`Welcome, ${owner.name}`}
          intro={`You are invited to work in the back office of ${organisation.name}.`}
        >
          <ActionForm action={continueStaffActivationAction} hidden={{ secret }}>
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
        <ActionForm action={activateStaffAction} hidden={{ secret }}>
          <NewPasswordFields email={token.email} least={link.passwordMin} />
          <SubmitButton>Activate account</SubmitButton>
        </ActionForm>
      </SignInFrame>
    );
  },
);
