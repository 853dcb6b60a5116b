import { ActionForm } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { publicPage } from "@/lib/auth/page";
import { findToken } from "@/lib/tokens/find-token";
import { resetStaffPasswordAction } from "../../actions";

export const metadata = { title: "Choose a new password" };

const ended: Record<string, string> = {
  used: "This link was used already. It works only once.",
  expired: "This link has expired. It worked until the time that its e-mail says.",
  cancelled: "This link was cancelled.",
  replaced: "A newer link was sent to you; only the newest one works.",
};

export default publicPage("the link that was sent by e-mail is the right to see it", async ({ params }) => {
  const secret = params.secret ?? "";
  const found = await findToken(secret);
  const isReset = found?.token.purpose === "staff-reset";
  if (!isReset || found.state !== "live")
    return (
      <SignInFrame organisation={{ name: "Portico" }} title="This link does not work any more">
        <p>
          {(isReset && ended[found.state]) ||
            "This link is not known. Perhaps a part of it was cut off by the e-mail program."}
        </p>
        <a className="btn btn-primary" href="/forgot-password">
          Get a fresh link
        </a>
      </SignInFrame>
    );
  return (
    <SignInFrame
      organisation={{ name: found.organisationName }}
      title="Choose a new password"
      intro={`For ${found.token.email}. Every device that is signed in will be signed out.`}
    >
      <ActionForm action={resetStaffPasswordAction} hidden={{ secret }}>
        <NewPasswordFields email={found.token.email} least={found.passwordMin} label="New password" />
        <SubmitButton>Save password</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
});
