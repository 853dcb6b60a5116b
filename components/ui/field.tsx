import type { ReactNode } from "react";
import { cn } from "./cn";

/** The words around a control. An error stands in place of the help. */
export type FieldWords = { label: ReactNode; help?: ReactNode; error?: string; optional?: boolean };

/** What a field hands to its control so that label, help and error belong to it. */
export type FieldControl = {
  id: string;
  required: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

/**
 * A control with its label above and its help, or its error, below. `children` is called with the attributes that
 * tie them together: `<Field id="name" label="Name">{(control) => <Input name="name" {...control} />}</Field>`.
 */
export function Field({
  id,
  className,
  children,
  ...words
}: FieldWords & { id: string; className?: string; children: (control: FieldControl) => ReactNode }) {
  const noteId = words.error || words.help ? `${id}-note` : undefined;
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="w-fit max-w-full">
        <FieldLabel {...words} />
      </label>
      {children({
        id,
        required: !words.optional,
        "aria-describedby": noteId,
        "aria-invalid": words.error ? true : undefined,
      })}
      {words.error ? <FieldError id={noteId}>{words.error}</FieldError> : null}
      {!words.error && words.help ? <FieldHelp id={noteId}>{words.help}</FieldHelp> : null}
    </div>
  );
}

/** The text of a label; what need not be filled in is marked, the rest is required. */
export function FieldLabel({ label, optional }: Pick<FieldWords, "label" | "optional">) {
  return (
    <span className="font-medium">
      {label}
      {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
    </span>
  );
}

/** What helps to fill a field in. */
export function FieldHelp({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-small text-muted">
      {children}
    </p>
  );
}

/** What is wrong with a field, and what would be right. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-small text-bad">
      <span className="icon-mask mt-[0.2em] [--icon:var(--icon-stop)]" aria-hidden="true" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
