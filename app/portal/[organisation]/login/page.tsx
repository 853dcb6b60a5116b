import { redirect } from "next/navigation";
import { ActionForm, FormPasswordField, FormTextField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { loadContactSession } from "@/lib/auth/contact-session";
import { portalPath } from "@/lib/auth/next-path";
import { portalFrontPage } from "@/lib/auth/page";
import { signInContactAction } from "../actions";

export const metadata = { title: "Sign in" };

const notes: Record<string, { title: string; text: string }> = {
  "signed-out": { title: "You are signed out", text: "Close the window if others use this device." },
  reset: { title: "Your password is changed", text: "Sign in with the new one." },
};

export default portalFrontPage(
  "signing in comes before being known",
  async ({ organisation, searchParams }) => {
    const { slug } = organisation;
    const next = typeof searchParams.next === "string" ? searchParams.next : "";
    const session = await loadContactSession();
    if (session?.organisation.slug === slug) redirect(portalPath(slug, next));
    const note = notes[Object.keys(notes).find((name) => name in searchParams) ?? ""];
    return (
      <SignInFrame
        organisation={organisation}
        title="Sign in"
        footer={
          <p>
            First time here?{" "}
            <a className="text-link" href={`/portal/${slug}/register`}>
              Set up your login
            </a>
          </p>
        }
      >
        {note ? (
          <Banner tone="good" title={note.title}>
            {note.text}
          </Banner>
        ) : null}
        <ActionForm action={signInContactAction} hidden={{ organisation: slug, next }}>
          <FormTextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus />
          <FormPasswordField name="password" label="Password" autoComplete="current-password" />
          <SubmitButton>Sign in</SubmitButton>
          <a className="w-fit text-small text-link" href={`/portal/${slug}/forgot-password`}>
            Forgot password
          </a>
        </ActionForm>
      </SignInFrame>
    );
  },
);
