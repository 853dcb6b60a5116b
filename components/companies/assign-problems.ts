import type { FormProblem } from "@/components/ui/error-summary";
import type { ActionError } from "@/lib/auth/action-result";

const shownFields = ["of", "emails", "level", "typed"];

/** What a refusal says, each line at the field that it is about; what is wrong with what nobody sees stands by itself. */
export function problemsOf(error: ActionError | undefined): FormProblem[] {
  if (!error) return [];
  const fields = Object.entries(error.fields ?? {}).map(([field, message]) =>
    shownFields.includes(field) ? { field, message } : { message },
  );
  return fields.length > 0 ? fields : [{ message: error.message }];
}
