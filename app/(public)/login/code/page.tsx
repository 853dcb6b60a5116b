import { redirect } from "next/navigation";
import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { SubmitButton } from "@/components/ui/submit-button";
import { publicPage } from "@/lib/auth/page";
import { readSecondStep } from "@/lib/auth/second-step";
import { passCodeAction } from "../../actions";

export const metadata = { title: "Enter your code" };

export default publicPage("the code is the second step of signing in", async ({ searchParams }) => {
  if (!(await readSecondStep())) redirect("/login");
  const next = typeof searchParams.next === "string" ? searchParams.next : "";
  return (
    <SignInFrame
      organisation={{ name: "Portico" }}
      title="Enter your code"
      intro="Your password is right. Your app shows the second half: 6 digits that change every 30 seconds."
      footer={
        <>
          <p>
            Lost the device? Enter one of your recovery codes, or ask an administrator to remove your second
            factor.
          </p>
          <a className="underline underline-offset-3" href="/login">
            Back to sign-in
          </a>
        </>
      }
    >
      <ActionForm action={passCodeAction} hidden={{ next }}>
        <FormTextField
          name="code"
          label="Code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
        />
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
});
