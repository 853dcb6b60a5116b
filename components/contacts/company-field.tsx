"use client";

import { useRef, useState } from "react";
import { askList } from "@/components/ui/ask-list";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-suggestions";
import { companySuggestion, type CompanySuggestion } from "@/lib/contacts/input";

/** A company as the form needs it: its kind decides which roles its contacts can have. */
export type ChosenCompany = Pick<CompanySuggestion, "id" | "name" | "kind">;

const kindNames = { customer: "Customer", supplier: "Supplier" } as const;

function optionOf({ id, name, code, kind, city }: CompanySuggestion): Option {
  return { value: id, label: name, detail: [code, kindNames[kind], city].filter(Boolean).join(" · ") };
}

/** The company of a new contact, found by typing a part of its code or name. Needs script. */
export function CompanyField({
  error,
  onChange,
}: {
  error?: string;
  onChange: (company: ChosenCompany | null) => void;
}) {
  const suggested = useRef(new Map<string, CompanySuggestion>());
  const [chosen, setChosen] = useState<Option | null>(null);
  const search = async (query: string) => {
    const companies = await askList(`/contacts/companies?q=${encodeURIComponent(query)}`, companySuggestion);
    for (const company of companies) suggested.current.set(company.id, company);
    return companies.map(optionOf);
  };
  const choose = (option: Option | null) => {
    setChosen(option);
    onChange((option && suggested.current.get(option.value)) ?? null);
  };
  return (
    <Field id="companyId" label="Company" error={error} help="Type a part of its code or name.">
      {(control) => (
        <Combobox {...control} name="companyId" value={chosen} search={search} onChange={choose} />
      )}
    </Field>
  );
}
