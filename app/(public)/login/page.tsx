import { redirect } from "next/navigation";
import { ActionForm, FormPasswordField, FormTextField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { nextPath } from "@/lib/auth/next-path";
import { publicPage } from "@/lib/auth/page";
import { loadStaffSession } from "@/lib/auth/staff-session";
import { hasOrganisation } from "@/lib/organisations/queries";
import { signInStaffAction } from "../actions";

export const metadata = { title: "Staff sign-in" };

const notes: Record<string, { title: string; text: string }> = {
  "signed-out": { title: "You are signed out", text: "Close the window if others use this device." },
  reset: { title: "Your password is changed", text: "Sign in with the new one." },
  "set-up": { title: "Portico is set up", text: "Sign in with the e-mail address and password you chose." },
};

export default publicPage("signing in comes before being known", async ({ searchParams }) => {
  if (!(await hasOrganisation())) redirect("/setup");
  const next = typeof searchParams.next === "string" ? searchParams.next : "";
  if (await loadStaffSession()) redirect(nextPath(next, "/customers"));
  const note = Object.keys(notes).find((name) => name in searchParams);
  return (
    <SignInFrame
      organisation={{ name: "Portico" }}
      title="Staff sign-in"
      footer={
        <p>
          Customers and suppliers sign in at the address their company was given, <code>/portal/…/login</code>
          .
        </p>
      }
    >
      {note && notes[note] ? (
        <Banner tone="good" title={notes[note].title}>
          {notes[note].text}
        </Banner>
      ) : null}
      <ActionForm action={signInStaffAction} hidden={{ next }}>
        <FormTextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus />
        <FormPasswordField name="password" label="Password" autoComplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
        <a className="text-small underline underline-offset-3" href="/forgot-password">
          Forgot password
        </a>
      </ActionForm>
    </SignInFrame>
  );
});
