import { FormTextField } from "@/components/forms/action-form";
import type { Action } from "@/lib/auth/action";
import { PASSWORD_MIN } from "@/lib/passwords/limits";
import { SettingsForm } from "./settings-form";

const limits = [
  { name: "staffIdleMinutes", label: "Staff: minutes without a page" },
  { name: "staffSessionMinutes", label: "Staff: minutes in all" },
  { name: "contactIdleMinutes", label: "Contacts: minutes without a page" },
  { name: "contactSessionMinutes", label: "Contacts: minutes in all" },
] as const;

type Limit = (typeof limits)[number]["name"];

const fieldNames: Record<string, string> = {
  passwordMin: "The length of passwords",
  ...Object.fromEntries(limits.map(({ name, label }) => [name, label])),
};

/** Edits how long passwords must be, and after how long people sign in again. */
export function SignInForm<T>({
  values,
  longest,
  version,
  action,
}: {
  values: Record<Limit, number | null> & { passwordMin: number };
  longest: Record<Limit, number>;
  version: number;
  action: Action<T>;
}) {
  const number = { type: "number", inputMode: "numeric", className: "max-w-64" } as const;
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings/sign-in"
      fieldNames={fieldNames}
      submit="Save sign-in rules"
    >
      <FormTextField
        {...number}
        name="passwordMin"
        label="Characters of a password, at least"
        help={`No fewer than ${PASSWORD_MIN}. It counts for passwords chosen from now on; those that are there stay.`}
        defaultValue={values.passwordMin}
        min={PASSWORD_MIN}
      />
      {limits.map(({ name, label }) => (
        <FormTextField
          {...number}
          key={name}
          name={name}
          label={label}
          optional
          help={`Then they sign in again. Left empty, it is ${longest[name]}, which is also the most.`}
          defaultValue={values[name] ?? ""}
          min={5}
          max={longest[name]}
        />
      ))}
    </SettingsForm>
  );
}
