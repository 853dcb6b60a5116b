import type { ComponentProps } from "react";
import { Field, type FieldWords } from "./field";
import { Input } from "./input";
import { PasswordInput } from "./password-input";
import { Select, type SelectOption } from "./select";
import { Textarea } from "./textarea";

type Named = FieldWords & { name: string; id?: string };

function words<Props extends Named>({
  label,
  help,
  error,
  optional,
  id,
  className,
  ...control
}: Props & { className?: string }) {
  return { field: { label, help, error, optional, id: id ?? control.name, className }, control };
}

/** A labelled one-line text field; its id is its name unless given. Takes what `register()` of react-hook-form returns. */
export function TextField(props: Omit<ComponentProps<"input">, "id" | "name"> & Named) {
  const { field, control } = words(props);
  return <Field {...field}>{(wiring) => <Input {...wiring} {...control} />}</Field>;
}

/** A labelled text field of several lines. */
export function TextareaField(props: Omit<ComponentProps<"textarea">, "id" | "name"> & Named) {
  const { field, control } = words(props);
  return <Field {...field}>{(wiring) => <Textarea {...wiring} {...control} />}</Field>;
}

/** A labelled select. */
export function SelectField(
  props: Omit<ComponentProps<"select">, "id" | "name"> & Named & { options?: SelectOption[] },
) {
  const { field, control } = words(props);
  return <Field {...field}>{(wiring) => <Select {...wiring} {...control} />}</Field>;
}

/** A labelled password with its show button. */
export function PasswordField(props: Omit<ComponentProps<"input">, "id" | "name" | "type"> & Named) {
  const { field, control } = words(props);
  return <Field {...field}>{(wiring) => <PasswordInput {...wiring} {...control} />}</Field>;
}
