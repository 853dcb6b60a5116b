"use client";

import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Option } from "@/components/ui/use-suggestions";
import type { CompanyKind } from "@/lib/companies/input";

/** The company that this one is a site of, chosen by type-ahead; without script its ID is typed. */
export function ParentField({
  kind,
  companyId,
  parent,
  error,
  onChange,
}: {
  kind: CompanyKind;
  companyId?: string;
  parent: { id: string; code: string; name: string } | null;
  error?: string;
  onChange: (id: string) => void;
}) {
  const search = async (q: string): Promise<Option[]> => {
    const asked = new URLSearchParams({ kind, q, ...(companyId && { not: companyId }) });
    const answer = await fetch(`/customers/options?${asked}`);
    if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
    return (await answer.json()) as Option[];
  };
  const chosen = parent ? { value: parent.id, label: parent.name, detail: parent.code } : null;
  return (
    <>
      <div className="needs-script">
        <Field
          id="parentId"
          label="Parent company"
          optional
          error={error}
          help="For a site. Contacts of the parent see all its sites. Type a part of its ID or name."
        >
          {(control) => (
            <Combobox
              {...control}
              defaultValue={chosen}
              search={search}
              onChange={(option) => onChange(option?.value ?? "")}
            />
          )}
        </Field>
      </div>
      <noscript>
        <Field
          id="parentCode"
          label="ID of the parent company"
          optional
          error={error}
          help="For a site. Contacts of the parent see all its sites."
        >
          {(control) => <Input {...control} name="parentCode" defaultValue={parent?.code ?? ""} />}
        </Field>
      </noscript>
    </>
  );
}
