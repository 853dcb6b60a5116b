import type { Effects } from "@/lib/group-roles/kind";

/** What the fields of a group role are called. */
export const fieldNamesOf = (audience: GroupRoleAudience): Record<string, string> => ({
  name: "Name",
  code: "Code",
  description: "Description",
  roles: kindWords[audience].roles,
});

export type GroupRoleAudience = "contact" | "staff";

/** How group roles for contacts and those for staff are spoken of; each has its page below `path`, where its kind is listed. */
export const kindWords = {
  contact: {
    path: "/access/group-roles",
    above: { href: "/access", label: "Portal access" },
    roles: "Permissions",
    person: "contact",
    people: "contacts",
    suggestions: "contacts",
    idName: "contactId",
  },
  staff: {
    path: "/staff/group-roles",
    above: { href: "/staff", label: "Staff" },
    roles: "Roles",
    person: "colleague",
    people: "colleagues",
    suggestions: "people",
    idName: "staffId",
  },
} as const;

/** "1 member", "1,204 members". */
export function counted(count: number, one: string, many: string, locale?: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** Whom an act reached, as a sentence: "1 contact gains something, 3 contacts lose something." */
export function effectText({ gaining, losing }: Effects, audience: GroupRoleAudience = "contact"): string {
  const { person, people } = kindWords[audience];
  const parts = [
    gaining > 0 ? `${counted(gaining, `${person} gains`, `${people} gain`)} something` : "",
    losing > 0 ? `${counted(losing, `${person} loses`, `${people} lose`)} something` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "Nobody gains or loses anything.";
}
