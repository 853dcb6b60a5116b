import type { z } from "zod";
import { Refusal, type FieldMessages, type RefusalCode, type RefusalDetails } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

/** Why an action did nothing, ready to be shown at the form. */
export type ActionError = {
  code: RefusalCode;
  message: string;
  fields?: FieldMessages;
  details?: RefusalDetails;
  values?: Record<string, string | string[]>;
};

/** What every server action answers. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

/** Parses unknown input by `schema`; throws a Refusal with a message for each field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const fields: FieldMessages = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw new Refusal("invalid", "Some entries need your attention.", fields);
}

/** Turns whatever was thrown into an error to show: refusals as they stand, anything else as a logged id. */
export function toActionError(thrown: unknown): ActionError {
  if (thrown instanceof Refusal) {
    const { code, message, fields, details } = thrown;
    return { code, message, ...(fields && { fields }), ...(details && { details }) };
  }
  const id = newId();
  log.error({ id, err: thrown }, "An action failed");
  return {
    code: "unexpected",
    message: `Something went wrong (${id}). Nothing was changed. Try again, or tell us this number.`,
  };
}
