"use client";

import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Radio } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";
import type { EditableColumn } from "@/lib/companies/form-values";
import type { CompanyKind } from "@/lib/companies/input";
import { fieldNames, kindWords, statusWords } from "./company-words";

type Registered = ReturnType<UseFormReturn["register"]>;

/** How a form of a company hands out a field of that name. */
export type FieldOf = (name: EditableColumn | "billingPlace") => Pick<
  Registered,
  "name" | "onBlur" | "onChange" | "ref"
> & {
  defaultValue: string;
  error: string | undefined;
};

const statusOptions = Object.entries(statusWords).map(([value, label]) => ({ value, label }));

// What is shown depends on what is chosen by the sheet of styles alone, so that it also does without script.
const withStatus = "group/status";
const unlessActive = "group-has-[option[value=active]:checked]/status:hidden sm:col-span-2";
const withBilling = "group/billing";
const unlessSame =
  "grid gap-4 group-has-[input[value=same]:checked]/billing:hidden sm:col-span-2 sm:grid-cols-2";

/** The fields that creating and editing a company have in common, in cards. */
export function CompanyFields({
  kind,
  field,
  parent,
}: {
  kind: CompanyKind;
  field: FieldOf;
  parent: ReactNode;
}) {
  const words = kindWords[kind];
  const text = (name: EditableColumn) => ({ label: fieldNames[name], autoComplete: "off", ...field(name) });
  const optional = (name: EditableColumn) => ({ ...text(name), optional: true });
  return (
    <>
      <Part title={words.one}>
        <TextField {...text("name")} maxLength={120} className="sm:col-span-2" />
        <TextField
          {...optional("code")}
          label={words.idLabel}
          maxLength={40}
          help="Left empty, the next free one is used."
        />
        <TextField {...optional("shortName")} maxLength={60} />
        <TextareaField {...optional("description")} rows={2} className="sm:col-span-2" />
        <TextField {...optional("defaultDepartment")} maxLength={80} help="Who here looks after them." />
        {parent}
      </Part>
      <Part title="Status" className={withStatus}>
        <SelectField {...text("status")} options={statusOptions} />
        <div className={unlessActive}>
          <TextareaField
            {...text("statusReason")}
            required={false}
            rows={2}
            help="Staff read it before they help with an order. Customers are not shown it."
          />
        </div>
      </Part>
      <Part title="Contact details">
        <TextField {...optional("email")} type="email" />
        <TextField {...optional("phone")} type="tel" />
        <TextField {...optional("fax")} type="tel" />
        <TextField {...optional("website")} inputMode="url" />
        <TextareaField {...optional("address")} rows={2} className="sm:col-span-2" />
        <TextField {...optional("postalCode")} />
        <TextField {...optional("city")} />
        <TextField {...optional("region")} />
        <TextField {...optional("country")} />
        <TextField
          {...optional("groupChatUrl")}
          inputMode="url"
          help="Opens from orders. Never send passwords there."
          className="sm:col-span-2"
        />
      </Part>
      <Part title="Billing" className={withBilling}>
        <TextField {...optional("billingName")} />
        <TextField {...optional("billingEmail")} type="email" />
        <TextField {...optional("vatNumber")} />
        <BillingPlace field={field} />
        <div className={unlessSame}>
          <TextareaField {...optional("billingAddress")} rows={2} className="sm:col-span-2" />
          <TextField {...optional("billingPostalCode")} />
          <TextField {...optional("billingCity")} />
          <TextField {...optional("billingRegion")} />
          <TextField {...optional("billingCountry")} />
        </div>
      </Part>
    </>
  );
}

function BillingPlace({ field }: { field: FieldOf }) {
  const { error, defaultValue, ...registered } = field("billingPlace");
  const choice = (value: string) => ({ ...registered, value, defaultChecked: value === defaultValue });
  return (
    <fieldset id="billingPlace" tabIndex={-1} className="sm:col-span-2">
      <legend className="mb-1.5 font-medium">Billing address</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Radio {...choice("same")} label="Same as the address" />
        <Radio {...choice("other")} label="Another address" />
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
    </fieldset>
  );
}

/** A group of fields in a card. */
export function Part({
  title,
  children,
  className,
}: {
  title: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Card title={title} className={className}>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </Card>
  );
}
