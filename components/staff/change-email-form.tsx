import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** Changes the address that a colleague signs in with, and says what that ends. */
export function ChangeEmailForm({
  person: { id, email, hasPassword },
  action,
}: {
  person: { id: string; email: string; hasPassword: boolean };
  action: Action<unknown>;
}) {
  return (
    // What was saved elsewhere meanwhile is what the field begins with.
    <ActionForm action={action} hidden={{ staffId: id, seen: email }} key={email}>
      <FormTextField
        name="email"
        type="email"
        label="E-mail"
        help={
          hasPassword
            ? "They sign in with it. They are signed out, and both addresses are told."
            : "An open invitation goes to the new address; its link to the old one stops working."
        }
        defaultValue={email}
        autoComplete="off"
      />
      <div>
        <SubmitButton variant="secondary">Save address</SubmitButton>
      </div>
    </ActionForm>
  );
}
