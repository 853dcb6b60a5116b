import { fieldsOf } from "@/lib/mail/fields";
import { sampleFor, type SampleOrganisation } from "@/lib/mail/sample-view";
import type { TemplateName } from "@/lib/mail/templates";
import type { Field } from "@/lib/safe-ejs/fields";

/** The fields of a template, each with what it says in the sample. */
export function offeredFields(
  name: TemplateName,
  organisation: SampleOrganisation,
): (Field & { sample: string })[] {
  const sample = sampleFor(name, organisation);
  return fieldsOf(name).map((field) => ({ ...field, sample: wordsAt(sample, field.path) }));
}

function wordsAt(sample: object, path: string): string {
  const found = path
    .split(".")
    .reduce<unknown>(
      (inside, name) => Object.entries(inside ?? {}).find(([key]) => key === name)?.[1],
      sample,
    );
  if (Array.isArray(found)) return found.map((one: { name: string }) => one.name).join(", ");
  if (typeof found === "boolean") return found ? "yes" : "no";
  return typeof found === "string" ? found : "";
}
