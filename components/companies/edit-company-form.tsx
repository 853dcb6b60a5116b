"use client";

import { useState, type ReactNode } from "react";
import { EditProblems } from "@/components/forms/edit-problems";
import { useEditForm } from "@/components/forms/use-edit-form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { CompanyFormValues } from "@/lib/companies/form-values";
import { staleSave, updateCompanyInput, type CompanyKind, type StaleSave } from "@/lib/companies/input";
import { CompanyFields } from "./company-fields";
import { fieldNames, kindWords } from "./company-words";
import { ParentField, type ChosenParent } from "./parent-field";

type Saved = { id: string; kind: CompanyKind; name: string };
type Values = CompanyFormValues & { billingPlace: string; id: string; version: string; base: string };

/** A company as its form is given it. */
export type EditedCompany = {
  id: string;
  kind: CompanyKind;
  version: number;
  values: CompanyFormValues;
  parent: ChosenParent | null;
};

const billingAddress: readonly string[] = [
  "billingAddress",
  "billingCity",
  "billingRegion",
  "billingPostalCode",
  "billingCountry",
] satisfies (keyof CompanyFormValues)[];

/** Edits a company. A save that comes too late shows what somebody else changed, and keeps what was typed here. */
export function EditCompanyForm({
  company: { id, kind, version, values, parent },
  action,
  onSaved,
  cancel,
}: {
  company: EditedCompany;
  action: Action<Saved>;
  onSaved: () => void;
  cancel: ReactNode;
}) {
  const [chosenParent, setParent] = useState(parent);
  const base = JSON.stringify(values);
  const hasOwnBilling = Object.entries(values).some(([name, text]) => billingAddress.includes(name) && text);
  const edit = useEditForm<Values, Saved, StaleSave>({
    schema: updateCompanyInput,
    defaults: {
      ...values,
      billingPlace: hasOwnBilling ? "other" : "same",
      id,
      version: String(version),
      base,
    },
    action,
    onDone: ({ name }) => {
      toast(`${name} is saved`);
      onSaved();
    },
    newer: staleSave,
    onNewer: followThem,
  });
  const { form, field, messageOf, stale } = edit;

  const choose = (chosen: ChosenParent | null) => {
    setParent(chosen);
    form.setValue("parentId", chosen?.id ?? "");
  };
  const take = (differences: StaleSave["differences"], { theirs }: StaleSave) => {
    for (const { field: name } of differences)
      form.setValue(name as keyof CompanyFormValues, theirs[name] ?? "");
    const moved = differences.find(({ field: name }) => name === "parentId");
    if (moved) choose(theirs.parentId ? { id: theirs.parentId, name: moved.theirs } : null);
    if (differences.some(({ field: name }) => billingAddress.includes(name) && theirs[name]))
      form.setValue("billingPlace", "other");
  };
  // What was not touched here becomes what they saved; what was typed stays, and the next save is one on top of theirs.
  function followThem(newer: StaleSave) {
    form.setValue("base", JSON.stringify(newer.theirs));
    const untouched = newer.differences.filter(({ isTouched }) => !isTouched);
    take(untouched, newer);
  }

  return (
    <form {...edit.formProps} className="grid gap-6">
      <EditProblems
        edit={edit}
        fieldNames={fieldNames}
        onTheirs={(newer) => take(newer.differences, newer)}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={stale?.version ?? version} />
      <input type="hidden" name="base" value={stale ? JSON.stringify(stale.theirs) : base} />
      <CompanyFields
        kind={kind}
        field={field}
        parent={
          <ParentField
            kind={kind}
            companyId={id}
            parent={chosenParent}
            error={messageOf("parentId")}
            onChange={choose}
          />
        }
      />
      <FormActions>
        <SubmitButton pending={edit.isSubmitting}>Save {kindWords[kind].one.toLowerCase()}</SubmitButton>
        {cancel}
      </FormActions>
    </form>
  );
}
