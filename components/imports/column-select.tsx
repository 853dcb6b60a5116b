"use client";

import type { ComponentProps } from "react";
import { useRefused } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";

/** Fields to choose from, under a heading. */
export type FieldGroup = { label: string; fields: { key: string; label: string }[] };

/** Chooses the field that a column fills, or none. */
export function ColumnSelect({
  name,
  label,
  fields,
  chosen,
}: {
  name: string;
  label: string;
  fields: FieldGroup[];
  chosen: string;
}) {
  const { error, typed } = useRefused(name);
  return (
    <>
      <Select
        name={name}
        id={name}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        defaultValue={typed ?? chosen}
        key={typed}
        className="min-w-36 md:min-w-44"
      >
        <option value="">Do not import</option>
        {fields.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.fields.map((field) => (
              <option key={field.key} value={field.key}>
                {field.label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
    </>
  );
}

/** A RadioGroup of an ActionForm. */
export function FormChoice(props: ComponentProps<typeof RadioGroup>) {
  const { error, typed } = useRefused(props.name);
  return <RadioGroup {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

/** A checkbox of an ActionForm that may begin ticked; `beside` is a field that is always sent, which tells unticked from unsent. */
export function FormSwitchedTick({
  name,
  beside,
  defaultChecked,
  ...props
}: ComponentProps<typeof Checkbox> & { name: string; beside: string }) {
  const { typed } = useRefused(name);
  const isSent = useRefused(beside).typed !== undefined;
  const isTicked = isSent ? typed === "on" : defaultChecked;
  return <Checkbox {...props} id={name} name={name} defaultChecked={isTicked} key={String(isTicked)} />;
}
