import { ActionForm, FormPasswordField } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { PASSWORD_MIN } from "@/lib/passwords/limits";

/** Changes one's own password by the current one. */
export function ChangePasswordForm<T>({ action, email }: { action: Action<T>; email: string }) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormPasswordField name="current" label="Current password" autoComplete="current-password" />
      <FormPasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        help={`At least ${PASSWORD_MIN} characters. A sentence of four or more words works well.`}
      />
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </ActionForm>
  );
}
