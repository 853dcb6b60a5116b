import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { SubmitButton } from "@/components/ui/submit-button";
import { publicPage } from "@/lib/auth/page";
import { requestStaffResetAction } from "../actions";

export const metadata = { title: "Forgot password" };

export default publicPage("whoever forgot a password cannot sign in", async ({ searchParams }) => {
  const back = (
    <a className="underline underline-offset-3" href="/login">
      Back to sign-in
    </a>
  );
  if ("sent" in searchParams)
    return (
      <SignInFrame organisation={{ name: "Portico" }} title="Look in your mailbox" footer={back}>
        <p>
          If a staff account with that address exists, an e-mail with a link to choose a new password is on
          its way. The link works once, until the time that the e-mail says. Nothing arrived after some
          minutes? Look in the spam folder, or ask an administrator.
        </p>
      </SignInFrame>
    );
  return (
    <SignInFrame
      organisation={{ name: "Portico" }}
      title="Forgot password"
      intro="Enter your e-mail address. We send a link with which you choose a new password."
      footer={back}
    >
      <ActionForm action={requestStaffResetAction}>
        <FormTextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus />
        <SubmitButton>Send the link</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
});
