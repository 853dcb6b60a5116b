import type { Effects } from "@/lib/group-roles/count-effects";

export const fieldNames: Record<string, string> = {
  name: "Name",
  code: "Code",
  description: "Description",
  roles: "Permissions",
};

/** Where group roles are listed; each has its page below it. */
export const PATH = "/access/group-roles";

/** "1 member", "1,204 members". */
export function counted(count: number, one: string, many: string, locale?: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** Whom an act reached, as a sentence: "1 contact gains something, 3 contacts lose something." */
export function effectText({ gaining, losing }: Effects): string {
  const parts = [
    gaining > 0 ? `${counted(gaining, "contact gains", "contacts gain")} something` : "",
    losing > 0 ? `${counted(losing, "contact loses", "contacts lose")} something` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "Nobody gains or loses anything.";
}
