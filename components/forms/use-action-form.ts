"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useActionState, useState } from "react";
import {
  useForm,
  type ChangeHandler,
  type DefaultValues,
  type FieldValues,
  type Path,
  type RegisterOptions,
} from "react-hook-form";
import type { z } from "zod";
import type { FormProblem } from "@/components/ui/error-summary";
import type { Action } from "@/lib/auth/action";
import type { ActionError, ActionResult } from "@/lib/auth/action-result";
import { usePress } from "./use-press";

/** What a form is made of. */
export type ActionFormOptions<Values extends FieldValues, T> = {
  /** The schema that guards the action too; fields are checked by it when they are left. */
  schema: z.ZodType;
  /** What the fields hold at first, under the names by which a plain form sends them. */
  defaults: Values;
  action: Action<T>;
  onDone: (data: T) => void;
  onRefused?: (error: ActionError) => void;
};

const UNREACHED: ActionError = {
  code: "unexpected",
  message: "Portico could not be reached, so nothing was saved. What you typed is still here: try again.",
};

/**
 * A form with react-hook-form and a server action: checked as one fills it in, sent as plain values, the server's answer
 * shown at its fields. Until its script arrives it is a plain form that posts to the same action.
 */
export function useActionForm<Values extends FieldValues, T>({
  schema,
  defaults,
  action,
  onDone,
  onRefused,
}: ActionFormOptions<Values, T>) {
  const [posted, post] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const postedError = posted && !posted.ok ? posted.error : undefined;
  const [refusal, setRefusal] = useState(postedError);
  const initial = { ...defaults, ...postedError?.values } as Values;
  const form = useForm<Values>({
    defaultValues: initial as DefaultValues<Values>,
    resolver: zodResolver(schema as z.ZodType<Values, Values>, undefined, { raw: true }),
    mode: "onBlur",
    reValidateMode: "onBlur",
  });
  const { press, whenReleased, forget } = usePress();
  const { errors, submitCount, isSubmitting, isDirty } = form.formState;

  const send = form.handleSubmit(
    async (values) => {
      const result = await action(values).catch(() => ({ ok: false as const, error: UNREACHED }));
      if (result.ok) return onDone(result.data);
      setRefusal(result.error);
      for (const [name, message] of Object.entries(result.error.fields ?? {}))
        form.setError(name as Path<Values>, { type: "server", message });
      onRefused?.(result.error);
    },
    () => setRefusal(undefined),
  );

  const messageOf = (name: string): string | undefined => {
    const own = form.getFieldState(name as Path<Values>, form.formState).error;
    return firstMessage(own) ?? (submitCount === 0 ? refusal?.fields?.[name] : undefined);
  };
  return {
    form,
    refusal,
    setRefusal,
    problems: problemsOf(refusal, submitCount > 0 ? Object.keys(errors) : [], messageOf),
    isSubmitting,
    isDirty,
    send,
    /** For the form element. */
    formProps: {
      action: post,
      onSubmit: (event: React.FormEvent) => {
        forget();
        void send(event);
      },
      onPointerDownCapture: press,
      noValidate: true,
    },
    /** For a text field, textarea or select of that name. */
    field: (name: Path<Values>, options?: RegisterOptions<Values>) => ({
      ...leftWhenReleased(form.register(name, options), whenReleased),
      defaultValue: String(initial[name] ?? ""),
      error: messageOf(name),
    }),
    messageOf,
  };
}

// A field is checked when it is left, and what that check shows or takes away moves what is below it.
function leftWhenReleased<Registered extends { onBlur: ChangeHandler }>(
  registered: Registered,
  whenReleased: (act: () => void) => void,
): Registered {
  const onBlur: ChangeHandler = async (event) => whenReleased(() => void registered.onBlur(event));
  return { ...registered, onBlur };
}

// A list's error stands at one of its items.
function firstMessage(error: unknown): string | undefined {
  if (Array.isArray(error)) return error.map(firstMessage).find((message) => message !== undefined);
  if (error && typeof error === "object" && "message" in error && typeof error.message === "string")
    return error.message || undefined;
  return undefined;
}

function problemsOf(
  refusal: ActionError | undefined,
  names: string[],
  messageOf: (name: string) => string | undefined,
): FormProblem[] {
  const all = [...new Set([...names, ...Object.keys(refusal?.fields ?? {})])];
  const problems = all.flatMap((field) => {
    const message = messageOf(field);
    return message ? [{ field, message }] : [];
  });
  if (problems.length > 0 || !refusal) return problems;
  return Object.keys(refusal.fields ?? {}).length > 0 ? [] : [{ message: refusal.message }];
}
