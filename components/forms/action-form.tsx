"use client";

import { createContext, use, useActionState, type ComponentProps, type ReactNode } from "react";
import { ErrorSummary, type FormProblem } from "@/components/ui/error-summary";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { PasswordField, TextareaField, TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";
import type { ActionError, ActionResult } from "@/lib/auth/action-result";

const FormError = createContext<ActionError | undefined>(undefined);

function problemsOf(error: ActionError | undefined): FormProblem[] {
  if (!error) return [];
  const fields = Object.entries(error.fields ?? {}).map(([field, message]) => ({ field, message }));
  return fields.length > 0 ? fields : [{ message: error.message }];
}

/**
 * A form that posts to a server action, with or without script; shows its refusal on top and at the fields, keeps what was
 * typed, and renders `done` in place of itself when the action succeeded without leading elsewhere.
 */
export function ActionForm<T>({
  action,
  hidden,
  done,
  refused,
  children,
  className = "grid gap-4",
}: {
  action: Action<T>;
  /** Fields that nobody sees; may hang on the refusal of what was sent last. */
  hidden?: Record<string, string> | ((error: ActionError | undefined) => Record<string, string>);
  done?: ReactNode | ((data: T) => ReactNode);
  /** Stands in place of the summary for a refusal that asks for more than that. */
  refused?: (error: ActionError) => ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const [result, submit] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const error = result && !result.ok ? result.error : undefined;
  if (result?.ok && done) return typeof done === "function" ? done(result.data) : done;
  return (
    <FormError value={error}>
      <form action={submit} className={className} noValidate={false}>
        {Object.entries((typeof hidden === "function" ? hidden(error) : hidden) ?? {}).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        {(error && refused?.(error)) ?? <ErrorSummary problems={problemsOf(error)} />}
        {children}
      </form>
    </FormError>
  );
}

/** What an ActionForm's action answered about a field: its error, and what was entered, to be shown again. */
export function useRefused(name: string) {
  const error = use(FormError);
  const typed = error?.values?.[name];
  return {
    error: error?.fields?.[name],
    typed: typeof typed === "string" ? typed : undefined,
    /** Of a field that may be sent several times: each of its values; undefined when nothing was refused. */
    all: error?.values && [typed ?? []].flat(),
  };
}

/** A text field of an ActionForm. */
export function FormTextField(props: ComponentProps<typeof TextField>) {
  const { error, typed } = useRefused(props.name);
  return <TextField {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

/** A text field of several lines of an ActionForm. */
export function FormTextarea(props: ComponentProps<typeof TextareaField>) {
  const { error, typed } = useRefused(props.name);
  return <TextareaField {...props} error={error} defaultValue={typed ?? props.defaultValue} key={typed} />;
}

/** A password field of an ActionForm; what was typed is never sent back. */
export function FormPasswordField(props: ComponentProps<typeof PasswordField>) {
  return <PasswordField {...props} error={useRefused(props.name).error} />;
}

/** A checkbox of an ActionForm, with the reason why it must be ticked below it when it was not. */
export function FormTick({ name, ...props }: ComponentProps<typeof Checkbox> & { name: string }) {
  const { error, typed } = useRefused(name);
  return (
    <div className="grid gap-1.5">
      <Checkbox
        {...props}
        id={name}
        name={name}
        defaultChecked={typed === "on"}
        key={typed}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
    </div>
  );
}
