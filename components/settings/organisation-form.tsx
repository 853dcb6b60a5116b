import { FormTextField } from "@/components/forms/action-form";
import type { Action } from "@/lib/auth/action";
import { currencyOptions, localeOptions, timeZones } from "@/lib/organisations/choices-input";
import { ColourField } from "./colour-field";
import { FormSelect } from "./fields";
import { SettingsForm } from "./settings-form";
import { ZoneField } from "./zone-field";

const fieldNames = {
  name: "The name",
  colour: "The colour",
  timeZone: "The time zone",
  locale: "How dates and numbers are written",
  currency: "The currency",
};

/** Edits what the organisation is called, its colour, and how it writes times and money. */
export function OrganisationForm<T>({
  values,
  version,
  action,
}: {
  values: { name: string; colour: string; timeZone: string; locale: string; currency: string };
  version: number;
  action: Action<T>;
}) {
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings"
      fieldNames={fieldNames}
      submit="Save organisation"
    >
      <FormTextField
        name="name"
        label="Name"
        help="As customers and suppliers read it: in the portal, in e-mails and at sign-in."
        defaultValue={values.name}
        autoComplete="organization"
        maxLength={120}
      />
      <ColourField colour={values.colour} />
      <ZoneField zone={values.timeZone} zones={timeZones} />
      <FormSelect
        name="locale"
        label="Dates and numbers"
        help="How they are written, such as 3 Nov 2026 or 1,234.50. The words of the pages stay English."
        defaultValue={values.locale}
        options={localeOptions}
      />
      <FormSelect
        name="currency"
        label="Currency"
        help="What new amounts are in. Amounts that are there already keep theirs."
        defaultValue={values.currency}
        options={currencyOptions}
      />
    </SettingsForm>
  );
}
