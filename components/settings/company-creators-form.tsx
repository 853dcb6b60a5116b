import type { Action } from "@/lib/auth/action";
import { companyCreatorOptions } from "@/lib/organisations/company-creators-input";
import { FormRadios } from "./fields";
import { SettingsForm } from "./settings-form";

/** Edits who of the staff may create companies. */
export function CompanyCreatorsForm<T>({
  chosen,
  version,
  action,
}: {
  chosen: string;
  version: number;
  action: Action<T>;
}) {
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings"
      fieldNames={{ companyCreators: "Who may create companies" }}
      submit="Save who creates companies"
    >
      <FormRadios
        name="companyCreators"
        label="Who may create and import companies"
        options={[...companyCreatorOptions]}
        defaultValue={chosen}
      />
    </SettingsForm>
  );
}
