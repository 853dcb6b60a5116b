"use client";

import { askOptions } from "@/components/ui/ask-list";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CompanyKind } from "@/lib/companies/input";
import { fieldNames } from "./company-words";

/** The parent company as a form knows it; without a code when this staff user cannot see it. */
export type ChosenParent = { id: string; name: string; code?: string };

const HELP = "For a site. Contacts of the parent see all its sites.";

/** The company that this one is a site of, chosen by type-ahead; without script its ID is typed. */
export function ParentField({
  kind,
  companyId,
  parent,
  error,
  onChange,
}: {
  kind: CompanyKind;
  /** The company itself, which cannot be its own parent. */
  companyId?: string;
  parent: ChosenParent | null;
  error?: string;
  onChange: (parent: ChosenParent | null) => void;
}) {
  const search = (q: string) =>
    askOptions(
      `/customers/options?${new URLSearchParams({ kind, q, ...(companyId && { not: companyId }) })}`,
    );
  return (
    <>
      <div className="needs-script">
        <Field
          id="parentId"
          label={fieldNames.parentId}
          optional
          error={error}
          help={`${HELP} Type a part of its ID or name.`}
        >
          {(control) => (
            <Combobox
              {...control}
              name="parentId"
              value={parent && { value: parent.id, label: parent.name }}
              search={search}
              onChange={(option) => onChange(option && { id: option.value, name: option.label })}
            />
          )}
        </Field>
      </div>
      {/* A parent out of sight has no ID to show: it stays, by the hidden field of the type-ahead. */}
      {parent && parent.code === undefined ? null : (
        <noscript>
          <Field id="parentCode" label="ID of the parent company" optional error={error} help={HELP}>
            {(control) => <Input {...control} name="parentCode" defaultValue={parent?.code ?? ""} />}
          </Field>
        </noscript>
      )}
    </>
  );
}
