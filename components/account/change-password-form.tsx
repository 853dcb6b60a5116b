import type { ReactNode } from "react";
import { ActionForm, FormPasswordField } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { NewPasswordFields } from "./new-password-fields";

/** Changes one's own password by the current one; `least` is how many characters the organisation asks for. */
export function ChangePasswordForm<T>({
  action,
  email,
  least,
  children,
}: {
  action: Action<T>;
  email: string;
  least: number;
  children?: ReactNode;
}) {
  return (
    <ActionForm action={action}>
      <FormPasswordField name="current" label="Current password" autoComplete="current-password" />
      <NewPasswordFields email={email} least={least} label="New password" />
      {children}
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </ActionForm>
  );
}
