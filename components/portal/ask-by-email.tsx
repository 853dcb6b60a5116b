import { ActionForm, FormTextField } from "@/components/forms/action-form";
import type { Organisation } from "@/components/frame/organisation-name";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** Asks for an e-mail address to which something is sent, and answers alike whether or not it is known. */
export function AskByEmail<T>({
  organisation,
  action,
  sent,
  title,
  intro,
  answer,
  button,
}: {
  organisation: Organisation & { slug: string };
  action: Action<T>;
  sent: boolean;
  title: string;
  intro: string;
  answer: string;
  button: string;
}) {
  const back = (
    <a className="w-fit text-link" href={`/portal/${organisation.slug}/login`}>
      Back to sign-in
    </a>
  );
  if (sent)
    return (
      <SignInFrame organisation={organisation} title="Look in your mailbox" footer={back}>
        <p>
          {answer} Nothing arrived after some minutes? Look in the spam folder, or ask your contact person at{" "}
          {organisation.name}.
        </p>
      </SignInFrame>
    );
  return (
    <SignInFrame organisation={organisation} title={title} intro={intro} footer={back}>
      <ActionForm action={action} hidden={{ organisation: organisation.slug }}>
        <FormTextField name="email" type="email" label="E-mail" autoComplete="username" autoFocus />
        <SubmitButton>{button}</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
}
