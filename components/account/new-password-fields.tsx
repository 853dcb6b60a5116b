import { FormPasswordField } from "@/components/forms/action-form";

/** The field for a password that somebody chooses, with the e-mail beside it so that password managers know whose it is. */
export function NewPasswordFields({
  email,
  least,
  label = "Password",
}: {
  email: string;
  /** How many characters the organisation asks for. */
  least: number;
  label?: string;
}) {
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormPasswordField
        name="password"
        label={label}
        autoComplete="new-password"
        help={`At least ${least} characters. A sentence of four or more words works well.`}
      />
    </>
  );
}
