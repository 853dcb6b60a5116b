import { FormTextField } from "@/components/forms/action-form";
import type { Action } from "@/lib/auth/action";
import { SettingsForm } from "./settings-form";

const fieldNames = {
  senderName: "The sender’s name",
  senderAddress: "The sender’s address",
  replyTo: "Where answers go",
};

/** Edits whom e-mails come from. */
export function MailForm<T>({
  values,
  version,
  fallback,
  action,
}: {
  values: { senderName: string; senderAddress: string; replyTo: string };
  version: number;
  /** What holds where a field is empty. */
  fallback: { name: string; address: string };
  action: Action<T>;
}) {
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings/mail"
      fieldNames={fieldNames}
      submit="Save sender"
    >
      <FormTextField
        name="senderName"
        label="Sender’s name"
        optional
        help={`Left empty, it is the organisation’s: ${fallback.name}.`}
        defaultValue={values.senderName}
        maxLength={100}
      />
      <FormTextField
        name="senderAddress"
        type="email"
        label="Sender’s address"
        optional
        help={`Your mail server must let Portico send from it. Left empty, it is ${fallback.address}.`}
        defaultValue={values.senderAddress}
        autoComplete="off"
      />
      <FormTextField
        name="replyTo"
        type="email"
        label="Answers go to"
        optional
        help="Left empty, they go to the sender’s address."
        defaultValue={values.replyTo}
        autoComplete="off"
      />
    </SettingsForm>
  );
}
