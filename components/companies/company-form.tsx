"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { StaleNotice } from "@/components/forms/stale-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";
import { createCompanyInput, staleSave, updateCompanyInput, type CompanyKind } from "@/lib/companies/input";
import type { CompanyFormValues } from "@/lib/companies/form-values";
import { fieldNames, kindWords, statusWords } from "./company-words";
import { ParentField } from "./parent-field";

type Saved = { id: string; kind: CompanyKind; name: string };
type Values = CompanyFormValues & {
  kind: CompanyKind;
  id: string;
  version: number;
  base: string;
  services: boolean;
  billingSame: boolean;
};

export type CompanyFormProps = {
  action: Action<Saved>;
  kind: CompanyKind;
  values: CompanyFormValues;
  /** The company that is edited; without it, one is created. */
  editing?: { id: string; version: number };
  parent: { id: string; code: string; name: string } | null;
  onDone: (saved: Saved) => void;
  cancel: ReactNode;
};

const statusOptions = Object.entries(statusWords).map(([value, label]) => ({ value, label }));
const billingKeys = [
  "billingAddress",
  "billingCity",
  "billingRegion",
  "billingPostalCode",
  "billingCountry",
] as const;

/** Every field of a customer or supplier, to create or to edit one; a save that comes too late shows what differs and keeps what was typed. */
export function CompanyForm({ action, kind, values, editing, parent, onDone, cancel }: CompanyFormProps) {
  const words = kindWords[kind];
  const base = JSON.stringify(values);
  const hasOwnBilling = billingKeys.some((key) => values[key] !== "");
  const edit = useActionForm<Values, Saved>({
    schema: editing ? updateCompanyInput : createCompanyInput,
    defaults: {
      ...values,
      kind,
      id: editing?.id ?? "",
      version: editing?.version ?? 1,
      base,
      services: true,
      billingSame: !hasOwnBilling,
    },
    action,
    onDone,
  });
  const { form, field, messageOf, isSubmitting, refusal } = edit;
  const [status, billingSame] = useWatch({ control: form.control, name: ["status", "billingSame"] });
  const stale = refusal?.code === "stale" ? staleSave.safeParse(refusal.details).data : undefined;
  const text = (name: keyof CompanyFormValues) => ({
    label: fieldNames[name],
    autoComplete: "off",
    ...field(name),
  });
  const adopt = (all: boolean) => {
    if (!stale) return;
    form.setValue("version", stale.version);
    form.setValue("base", JSON.stringify(stale.theirs));
    for (const change of stale.changes)
      if (all || !change.isTouched) form.setValue(change.field as keyof CompanyFormValues, change.theirs);
    if (all) edit.setRefusal(undefined);
  };
  const saveMine = () => {
    adopt(false);
    void edit.send();
  };
  return (
    <form {...edit.formProps} className="grid gap-6">
      {stale && refusal ? (
        <StaleNotice
          message={refusal.message}
          stale={{ version: stale.version, differences: stale.changes }}
          fieldNames={fieldNames}
          onTheirs={() => adopt(true)}
          onYours={saveMine}
        />
      ) : (
        <ErrorSummary problems={edit.problems} />
      )}
      <input type="hidden" name="kind" value={kind} />
      {editing ? <input type="hidden" name="id" value={editing.id} /> : null}
      {editing ? <input type="hidden" name="version" value={stale?.version ?? editing.version} /> : null}
      {editing ? (
        <input type="hidden" name="base" value={stale ? JSON.stringify(stale.theirs) : base} />
      ) : null}
      <Card title={words.one}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...text("name")} maxLength={120} className="sm:col-span-2" />
          <TextField
            {...text("code")}
            label={words.idLabel}
            optional
            maxLength={40}
            help={editing ? undefined : "Left empty, the next free one is used."}
          />
          <TextField {...text("shortName")} optional maxLength={60} />
          <TextareaField {...text("description")} optional rows={2} className="sm:col-span-2" />
          <TextField
            {...text("defaultDepartment")}
            optional
            maxLength={80}
            help="Who here looks after them."
          />
          <ParentField
            kind={kind}
            companyId={editing?.id}
            parent={parent}
            error={messageOf("parentId")}
            onChange={(id) => form.setValue("parentId", id, { shouldDirty: true })}
          />
        </div>
      </Card>
      <Card title="Status">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField {...text("status")} options={statusOptions} />
          <TextField
            {...text("statusReason")}
            optional={status !== "blacklisted" && status !== "closed"}
            help="Staff read it before they help with an order."
          />
          {editing ? null : (
            <Checkbox
              className="sm:col-span-2"
              {...form.register("services")}
              defaultChecked
              label="Services: switch the portal on for this company"
              help="Until it is on, what its contacts are allowed has no effect."
            />
          )}
        </div>
      </Card>
      <Card title="Contact details">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...text("email")} optional type="email" />
          <TextField {...text("phone")} optional type="tel" />
          <TextField {...text("fax")} optional type="tel" />
          <TextField {...text("website")} optional inputMode="url" />
          <TextareaField {...text("address")} optional rows={2} className="sm:col-span-2" />
          <TextField {...text("postalCode")} optional />
          <TextField {...text("city")} optional />
          <TextField {...text("region")} optional />
          <TextField {...text("country")} optional />
          <TextField
            {...text("groupChatUrl")}
            optional
            inputMode="url"
            help="Opens from orders. Never send passwords there."
            className="sm:col-span-2"
          />
        </div>
      </Card>
      <Card title="Billing">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...text("billingName")} optional />
          <TextField {...text("billingEmail")} optional type="email" />
          <TextField {...text("vatNumber")} optional className="sm:col-span-2" />
          <Checkbox
            className="sm:col-span-2"
            {...form.register("billingSame")}
            defaultChecked={!hasOwnBilling}
            label="The billing address is the same"
          />
          {billingSame ? null : (
            <>
              <TextareaField {...text("billingAddress")} optional rows={2} className="sm:col-span-2" />
              <TextField {...text("billingPostalCode")} optional />
              <TextField {...text("billingCity")} optional />
              <TextField {...text("billingRegion")} optional />
              <TextField {...text("billingCountry")} optional />
            </>
          )}
        </div>
      </Card>
      <FormActions>
        <SubmitButton pending={isSubmitting}>
          {editing ? `Save ${words.one.toLowerCase()}` : `Create ${words.one.toLowerCase()}`}
        </SubmitButton>
        {cancel}
      </FormActions>
    </form>
  );
}
