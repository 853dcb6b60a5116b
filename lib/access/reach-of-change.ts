import type { NewEntry } from "./append-change";
import type { Audience } from "./permissions";

/** What a change speaks of and for whom, as it is kept with the change. */
export type ReachOfChange = {
  subjects: string[];
  isForEveryone: boolean;
  companyCount: number;
  contactCount: number;
};

/** How a permission, or services, of an audience is written in a change's subjects. */
export const subjectOf = (audience: Audience, permission: string): string => `${audience} ${permission}`;

/** What these entries speak of and for whom. */
export function reachOfEntries(entries: readonly NewEntry[]): ReachOfChange {
  const companies = entries.flatMap((entry) => (entry.scope === "company" ? [entry.companyId] : []));
  const contacts = entries.flatMap((entry) => (entry.scope === "contact" ? [entry.contactId] : []));
  return {
    subjects: [...new Set(entries.map(({ audience, permission }) => subjectOf(audience, permission)))],
    isForEveryone: entries.some(({ scope }) => scope === "everyone"),
    companyCount: new Set(companies).size,
    contactCount: new Set(contacts).size,
  };
}
