import type { ComponentProps } from "react";
import { Field } from "./field";
import { Input } from "./input";

/** Where somebody who takes much away shows that they have read from how many, which `what` says. */
export function TypedCount({
  what,
  count,
  locale,
  error,
  ...input
}: Omit<ComponentProps<"input">, "id"> & { what: string; count: number; locale: string; error?: string }) {
  return (
    <Field id="typed" label={`To go on, enter ${what}: ${count.toLocaleString(locale)}`} error={error}>
      {(control) => <Input {...control} {...input} inputMode="numeric" autoComplete="off" />}
    </Field>
  );
}
