import { fieldNames } from "@/components/companies/company-words";
import type { Place } from "@/components/time/moment";
import { dateFormat } from "@/lib/platform/date-format";
import { permissions } from "@/lib/access/permissions";

/** How who did something is called beside their name. */
export const kindNames = { staff: "Staff", contact: "Contact", system: "Portico" } as const;

const names: Record<string, string> = {
  ...fieldNames,
  level: "As",
  services: "Services",
  undone: "Undone",
  operations: "What was changed",
  isActive: "Active",
  groupRoles: "Group roles",
  roles: "Roles",
  permissions: "Roles",
  file: "File",
  line: "Line of the file",
  lastDay: "Last day",
  jobTitle: "Job title",
  mode: "Way of importing",
  rows: "Rows",
  companyCount: "Companies",
  contactCount: "Contacts",
  access: "Access",
};

const permissionNames = new Map(
  Object.values(permissions).flatMap((list) => list.map(({ id, label }) => [id as string, label] as const)),
);

/** What a field of an event is called: "groupChatLink" is "Group chat link" where nothing better is known. */
export function fieldWords(key: string): string {
  if (Object.hasOwn(names, key)) return names[key] ?? key;
  const words = key
    .replace(/[-_.]/g, " ")
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** What a field held, in words; empty when it held nothing. */
export function valueWords(value: unknown, place: Place): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString(place.locale);
  if (Array.isArray(value)) return listWords(value, place);
  if (typeof value === "object")
    return Object.entries(value)
      .filter(([key]) => !isReference(key))
      .map(([key, held]) => `${fieldWords(key)}: ${valueWords(held, place) || "–"}`)
      .join("\n");
  const text = String(value);
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text)))
    return dateFormat(place.locale, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: place.timeZone,
    }).format(new Date(text));
  return permissionNames.get(text) ?? text;
}

const listWords = (values: unknown[], place: Place): string => {
  const said = values.map((value) => valueWords(value, place));
  return said.join(said.some((words) => words.length > 40 || words.includes("\n")) ? "\n" : ", ");
};

// What leads to a record is shown as a link to it, not as the number of its row.
const isReference = (key: string) => key === "import" || /Ids?$/.test(key);

/** A field that changed: what it is called, and what it held before and after. */
export type FieldChange = { key: string; name: string; before: string; after: string };

type Sides = { before: Record<string, unknown> | null; after: Record<string, unknown> | null };

/** The fields that an event speaks of, in words, in the order in which it names them. */
export function changesOf({ before, after }: Sides, place: Place): FieldChange[] {
  const keys = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])];
  return keys
    .filter((key) => !isReference(key))
    .map((key) => ({
      key,
      name: fieldWords(key),
      before: valueWords(before?.[key], place),
      after: valueWords(after?.[key], place),
    }));
}

const single = (sides: Sides, key: string): string => {
  const value = sides.after?.[key] ?? sides.before?.[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** The records, other than company and contact, that an event leads to. */
export function recordsOf(
  sides: Sides,
  company: { kind: string; id: string | null } | null,
): { href: string; label: string }[] {
  const [change, run, role, project] = ["changeId", "import", "groupRoleId", "projectId"].map((key) =>
    single(sides, key),
  );
  return [
    ...(change ? [{ href: `/access/changes/${change}`, label: "The change of access" }] : []),
    ...(run ? [{ href: `/imports/${run}`, label: "The import" }] : []),
    ...(role ? [{ href: `/access/group-roles/${role}`, label: "The group role" }] : []),
    ...(project && company?.id
      ? [{ href: `/${company.kind}s/${company.id}/projects/${project}`, label: "The project" }]
      : []),
  ];
}
