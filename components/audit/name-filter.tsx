"use client";

import { askOptions } from "@/components/ui/ask-list";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-suggestions";

/** A filter by somebody or something, found by typing a part of the name. Needs script. */
export function NameFilter({
  name,
  label,
  chosen,
}: {
  name: "by" | "company" | "contact";
  label: string;
  chosen?: Option;
}) {
  const search = (query: string) =>
    askOptions(`/audit/options?${new URLSearchParams({ of: name, q: query })}`);
  return (
    <Field id={`audit-${name}`} label={label} className="w-56 max-w-full">
      {(control) => <Combobox {...control} name={name} defaultValue={chosen ?? null} search={search} />}
    </Field>
  );
}
