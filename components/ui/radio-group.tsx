import type { ReactNode } from "react";
import { Radio } from "./checkbox";
import { FieldError, FieldHelp, FieldLabel, type FieldWords } from "./field";

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };

/** One choice out of a few, all of them in view. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  onChange,
  id = name,
  inline,
  ...words
}: FieldWords & {
  name: string;
  options: RadioOption[];
  defaultValue?: string;
  onChange?: (value: string) => void;
  id?: string;
  inline?: boolean;
}) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={words.error || words.help ? `${id}-note` : undefined}>
      <legend className="mb-1.5">
        <FieldLabel {...words} />
      </legend>
      <div className={inline ? "flex flex-wrap gap-x-6 gap-y-2" : "grid gap-2"}>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            defaultChecked={option.value === defaultValue}
            onChange={onChange ? () => onChange(option.value) : undefined}
            {...option}
          />
        ))}
      </div>
      {words.error ? <FieldError id={`${id}-note`}>{words.error}</FieldError> : null}
      {!words.error && words.help ? <FieldHelp id={`${id}-note`}>{words.help}</FieldHelp> : null}
    </fieldset>
  );
}
