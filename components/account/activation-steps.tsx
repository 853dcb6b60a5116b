import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { Organisation } from "@/components/frame/organisation-name";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { NewPasswordFields } from "./new-password-fields";

type Props<C, A> = {
  organisation: Organisation;
  /** Who is invited. */
  person: { name: string; email: string };
  intro: string;
  isChoosing: boolean;
  hidden: Record<string, string>;
  goOn: Action<C>;
  activate: Action<A>;
  /** How many characters the organisation asks of a password. */
  least: number;
  /** What else is asked before the account is activated. */
  children?: ReactNode;
};

/** Lets an invited person in by two steps: first Continue, which mail scanners do not press, then a password. */
export function ActivationSteps<C, A>({ isChoosing, ...props }: Props<C, A>) {
  const { organisation, person, intro, hidden, goOn, activate, least, children } = props;
  if (!isChoosing)
    return (
      <SignInFrame organisation={organisation} title={`Welcome, ${person.name}`} intro={intro}>
        <ActionForm action={goOn} hidden={hidden}>
          <p>
            You will sign in as <strong className="wrap-anywhere">{person.email}</strong>. Next, choose a
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
      intro={`For ${person.name}, ${person.email}`}
    >
      <ActionForm action={activate} hidden={hidden}>
        <NewPasswordFields email={person.email} least={least} />
        {children}
        <SubmitButton>Activate account</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
}
