import type { FileColumn } from "@/db/schema";
import type { CompanyKind } from "@/lib/companies/input";
import { Refusal } from "@/lib/platform/errors";
import { fieldLabel, findField, importFields, type FieldKey, type ImportField } from "./fields";

/** Which column of a file, counted from 0, fills which field. */
export type Mapping = Record<string, FieldKey>;

/** A column that is read and the field that it fills. */
export type MappedField = ImportField & { at: number };

const plain = (heading: string): string =>
  heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, "");

const fieldByHeading = new Map<string, FieldKey>();
for (const { key, label, synonyms } of importFields)
  for (const heading of [plain(label), plain(key), ...synonyms])
    if (!fieldByHeading.has(heading)) fieldByHeading.set(heading, key);

/** Guesses from the headings which field each column fills; of several columns for one field the first. */
export function guessMapping(columns: readonly FileColumn[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<FieldKey>();
  columns.forEach(({ heading }, at) => {
    const key = fieldByHeading.get(plain(heading));
    if (!key || taken.has(key)) return;
    taken.add(key);
    mapping[at] = key;
  });
  return mapping;
}

/** The fields that a mapping fills, in the order of their columns. */
export function mappedFields(mapping: Record<string, string>): MappedField[] {
  return Object.entries(mapping)
    .flatMap(([at, key]) => {
      const field = findField(key);
      return field ? [{ ...field, at: Number(at) }] : [];
    })
    .sort((one, other) => one.at - other.at);
}

/** Refuses a mapping by which no row could become a company, or that fills a field twice. */
export function demandUsableMapping(mapping: Mapping, kind: CompanyKind): void {
  const fields = mappedFields(mapping);
  const twice = fields.find((field, at) => fields.findIndex(({ key }) => key === field.key) < at);
  if (twice) {
    const label = fieldLabel(twice, kind);
    const message = `Two columns are to be the ${label}. Choose “Do not import” for one of them.`;
    throw new Refusal("invalid", message, { [`column-${twice.at}`]: message });
  }
  if (!fields.some(({ key }) => key === "code" || key === "name"))
    throw new Refusal("invalid", "Say which column holds the name of the company, or its ID.");
}
