"use client";

import type { ComponentProps } from "react";
import { useRefused } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, FieldHelp, FieldLabel, type FieldWords } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField, TextareaField } from "@/components/ui/text-field";

/** A select of an ActionForm. */
export function FormSelect(props: ComponentProps<typeof SelectField>) {
  const { error, typed } = useRefused(props.name);
  return <SelectField {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

/** A text field of several lines of an ActionForm. */
export function FormTextarea(props: ComponentProps<typeof TextareaField>) {
  const { error, typed } = useRefused(props.name);
  return <TextareaField {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

/** One choice out of a few of an ActionForm. */
export function FormRadios(props: ComponentProps<typeof RadioGroup>) {
  const { error, typed } = useRefused(props.name);
  return <RadioGroup {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

export type TickOption = { value: string; label: string; help?: string };

/** Several choices of an ActionForm, all in view; each that is ticked is sent under `name`. */
export function FormTicks({
  name,
  options,
  ticked,
  id = name,
  ...words
}: FieldWords & {
  name: string;
  id?: string;
  options: readonly TickOption[];
  ticked: readonly string[];
}) {
  const { error, all } = useRefused(name);
  const on = all ?? ticked;
  const noteId = error || words.help ? `${id}-note` : undefined;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={noteId} key={on.join()}>
      <legend className="mb-1.5">
        <FieldLabel {...words} />
      </legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {options.map(({ value, ...option }) => (
          <Checkbox key={value} name={name} value={value} {...option} defaultChecked={on.includes(value)} />
        ))}
      </div>
      <div className="mt-1.5">
        {error ? <FieldError id={noteId}>{error}</FieldError> : null}
        {!error && words.help ? <FieldHelp id={noteId}>{words.help}</FieldHelp> : null}
      </div>
    </fieldset>
  );
}
