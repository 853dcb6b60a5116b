import { redirect } from "next/navigation";
import { ActionForm, FormPasswordField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { TermsNote } from "@/components/portal/terms-field";
import { momentText } from "@/components/time/moment";
import { SubmitButton } from "@/components/ui/submit-button";
import { contactPage } from "@/lib/auth/page";
import { hasAccepted } from "@/lib/logins/accepted-terms";
import { replaceTemporaryPasswordAction, signOutContactAction } from "../actions";

export const metadata = { title: "Choose your own password" };

export default contactPage("changingPassword", async ({ session }) => {
  const { organisation, login } = session;
  if (!login.temporaryUntil) redirect(`/portal/${organisation.slug}/account`);
  return (
    <SignInFrame
      organisation={organisation}
      title="Choose your own password"
      intro={`You signed in with a temporary password, which works until ${momentText(login.temporaryUntil, organisation)}. Replace it to go on.`}
      footer={
        <form action={signOutContactAction}>
          <button className="text-link">Sign out</button>
        </form>
      }
    >
      <ActionForm action={replaceTemporaryPasswordAction}>
        <FormPasswordField
          name="current"
          label="Temporary password"
          autoComplete="current-password"
          autoFocus
        />
        <NewPasswordFields email={login.email} least={organisation.passwordMin} label="New password" />
        {hasAccepted(login, organisation) ? null : <TermsNote organisation={organisation} />}
        <SubmitButton>Save password</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
});
