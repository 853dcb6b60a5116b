import type { Action } from "@/lib/auth/action";
import { FormTextarea } from "./fields";
import { SettingsForm } from "./settings-form";

/** Edits the terms, which become a new version. */
export function TermsForm<T>({
  terms,
  version,
  action,
}: {
  terms: string | null;
  version: number;
  action: Action<T>;
}) {
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings/terms"
      fieldNames={{ terms: "The text" }}
      submit="Put these terms in force"
    >
      <FormTextarea
        name="terms"
        label="Terms"
        optional
        help="Plain text; lines stay as you break them. Leave it empty for the short terms that come with Portico."
        defaultValue={terms ?? ""}
        rows={14}
        maxLength={20_000}
      />
    </SettingsForm>
  );
}
