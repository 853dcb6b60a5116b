import { knownActs } from "./act-words";

const labels: Record<string, string> = {
  company: "Companies",
  contact: "Contacts and their logins",
  activations: "Activation e-mails to many",
  access: "Portal access",
  "access-request": "Requests for access",
  "group-role": "Group roles",
  project: "Projects",
  mail: "E-mails",
  template: "Templates",
  import: "Imports",
  staff: "Staff",
  organisation: "Organisation and settings",
};

/** Acts of one kind, such as all that concern contacts. */
export type ActGroup = { value: string; label: string; acts: { value: string; label: string }[] };

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const groupOf = (act: string) => act.slice(0, act.indexOf("."));

/** Every act that Portico records, grouped as people would look for it. */
export const actGroups: readonly ActGroup[] = [...new Set(Object.keys(knownActs).map(groupOf))].map(
  (group) => ({
    value: group,
    label: labels[group] ?? capital(group.replaceAll("-", " ")),
    acts: Object.entries(knownActs)
      .filter(([act]) => groupOf(act) === group)
      .map(([value, words]) => ({ value, label: capital(words) })),
  }),
);

/** The acts that a filter stands for: those of a group, or one; null when it is neither. */
export function actsOf(filter: string): string[] | null {
  const group = actGroups.find(({ value }) => value === filter);
  if (group) return group.acts.map(({ value }) => value);
  return Object.hasOwn(knownActs, filter) ? [filter] : null;
}
