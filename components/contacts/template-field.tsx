"use client";

import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Option } from "@/components/ui/use-suggestions";

/** The e-mail template of an invitation, found by typing: "accountactivation" finds accountactivation-EJS. */
export function TemplateField({
  templates,
  value,
  error,
  onChange,
}: {
  templates: Option[];
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const help = "With accountactivation-EJS the activation e-mail goes out. Without a template none does.";
  const chosen = templates.find((template) => template.value === value) ?? null;
  return (
    <Field id="template" label="Template" optional error={error} help={help}>
      {(control) => (
        <>
          <div className="needs-script">
            <Combobox
              {...control}
              name="template"
              placeholder="No e-mail"
              options={templates}
              value={chosen}
              onChange={(option) => onChange(option?.value ?? "")}
            />
          </div>
          <noscript>
            <Select
              name="template"
              aria-label="Template"
              defaultValue={value}
              options={[{ value: "", label: "No e-mail" }, ...templates]}
            />
          </noscript>
        </>
      )}
    </Field>
  );
}
