"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, FieldHelp, FieldLabel, type FieldWords } from "@/components/ui/field";

/** A choice; one that is `disabled` can be seen but not changed. */
export type Tick = { value: string; label: string; help?: string; disabled?: boolean };

/** Several choices out of a list, all in view; each sends its value under `name`. */
export function TickList({
  name,
  ticks,
  value,
  onChange,
  ...words
}: FieldWords & {
  name: string;
  ticks: Tick[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const noteId = words.error || words.help ? `${name}-note` : undefined;
  const change = (changed: string, isOn: boolean) =>
    onChange(
      ticks.map((tick) => tick.value).filter((each) => (each === changed ? isOn : value.includes(each))),
    );
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={noteId}>
      <legend className="mb-1.5">
        <FieldLabel {...words} />
      </legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {ticks.map((tick) => (
          <Checkbox
            key={tick.value}
            name={name}
            {...tick}
            checked={value.includes(tick.value)}
            onChange={(event) => change(tick.value, event.target.checked)}
          />
        ))}
      </div>
      <div className="mt-1.5">
        {words.error ? <FieldError id={noteId}>{words.error}</FieldError> : null}
        {!words.error && words.help ? <FieldHelp id={noteId}>{words.help}</FieldHelp> : null}
      </div>
    </fieldset>
  );
}
