"use client";

import type { FieldValues, Path, PathValue } from "react-hook-form";
import type { z } from "zod";
import type { Stale } from "@/lib/platform/inputs";
import { staleIn } from "./stale-in";
import { useActionForm, type ActionFormOptions } from "./use-action-form";

type Options<Values extends FieldValues, T, Newer extends Stale> = Omit<
  ActionFormOptions<Values, T>,
  "onRefused"
> & {
  /** Reads what a refused save tells of the one that came before it. */
  newer: z.ZodType<Newer>;
  /** Called when a save came too late, with what was saved before it. */
  onNewer?: (newer: Newer) => void;
};

/**
 * A form for what others may be editing too. A save that comes too late is refused with `stale`, and the next one, whichever side it
 * takes, is one on top of theirs.
 */
export function useEditForm<Values extends FieldValues & { version: string }, T, Newer extends Stale>({
  newer,
  onNewer,
  ...options
}: Options<Values, T, Newer>) {
  const edit = useActionForm<Values, T>({
    ...options,
    onRefused: (error) => {
      const theirs = staleIn(error, newer);
      if (!theirs) return;
      const version = String(theirs.version) as PathValue<Values, Path<Values>>;
      edit.form.setValue("version" as Path<Values>, version);
      onNewer?.(theirs);
    },
  });
  return {
    ...edit,
    stale: staleIn(edit.refusal, newer),
    /** Forgets the refusal, and holds `values` as if the form had been opened with them. */
    goOnFrom: (values: Partial<Values>) => {
      edit.form.reset({ ...edit.form.getValues(), ...values });
      edit.setRefusal(undefined);
    },
  };
}
