/** What an action was given: plain values, and whether a form sent them without script. */
export type Submitted = { values: unknown; isForm: boolean };

// What such a word only begins, such as passwordMin, is about a secret and is none.
const SECRETS = /(password|secret|token|current)$/i;

function fromFormData(data: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const given = data.getAll(name);
    values[name] = given.length > 1 ? given : given[0];
  }
  return { ...values };
}

/** Reads what the browser or the form hook passed: (values), (formData) or (previousState, formData). */
export function readSubmitted(first: unknown, second: unknown): Submitted {
  if (second instanceof FormData) return { values: fromFormData(second), isForm: true };
  if (first instanceof FormData) return { values: fromFormData(first), isForm: true };
  return { values: first, isForm: false };
}

/** What was typed, to be shown again beside the refusal; secrets are left out. */
export function typedValues(submitted: Submitted): Record<string, string | string[]> | undefined {
  if (!submitted.isForm) return undefined;
  const typed: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(submitted.values as Record<string, unknown>)) {
    if (SECRETS.test(name)) continue;
    if (typeof value === "string") typed[name] = value;
    if (Array.isArray(value)) typed[name] = value.filter((item) => typeof item === "string");
  }
  return typed;
}
