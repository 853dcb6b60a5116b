import type { companies } from "@/db/schema";

const columns = [
  "name",
  "code",
  "shortName",
  "description",
  "defaultDepartment",
  "status",
  "statusReason",
  "email",
  "phone",
  "fax",
  "website",
  "address",
  "city",
  "region",
  "postalCode",
  "country",
  "billingName",
  "billingEmail",
  "billingAddress",
  "billingCity",
  "billingRegion",
  "billingPostalCode",
  "billingCountry",
  "vatNumber",
  "groupChatUrl",
  "parentId",
] as const;

/** The columns of a company that its form edits. */
export type EditableColumn = (typeof columns)[number];
export type EditableCompany = Pick<typeof companies.$inferSelect, EditableColumn>;
/** A company as its form holds it: every field text, an empty one "". */
export type CompanyFormValues = Record<EditableColumn, string>;

/** A company as its form holds it. */
export function companyFormValues(company: EditableCompany): CompanyFormValues {
  const values = columns.map((column) => [column, company[column] ?? ""]);
  return Object.fromEntries(values) as CompanyFormValues;
}

/** The columns in which two versions of a company differ, each with its value in both; null when they are the same. */
export function changedColumns(before: EditableCompany, after: EditableCompany) {
  const changed = columns.filter((column) => (before[column] ?? "") !== (after[column] ?? ""));
  if (changed.length === 0) return null;
  const of = (company: EditableCompany) =>
    Object.fromEntries(changed.map((column) => [column, company[column]]));
  return { before: of(before), after: of(after) };
}

/** The form of a company that is not there yet. */
export const blankCompany: CompanyFormValues = {
  ...(Object.fromEntries(columns.map((column) => [column, ""])) as CompanyFormValues),
  status: "active",
};
