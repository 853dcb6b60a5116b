import type { AskedAssignments, AssignmentPlan, ColleaguePlan } from "@/lib/companies/assign-many-input";
import type { CompanyKind } from "@/lib/companies/input";
import type { Total } from "@/lib/search/find-ids";
import { kindWords } from "./company-words";

export type AssignLevel = AskedAssignments["level"];

/** What can be done to the access of colleagues, and what that means. */
export const levelOptions: { value: AssignLevel; label: string; help: string }[] = [
  {
    value: "member",
    label: "Grant access as member",
    help: "They work with the company. Its administrators among them become members.",
  },
  {
    value: "administrator",
    label: "Grant access as administrator",
    help: "They also edit the company and grant access to it.",
  },
  { value: "none", label: "Remove access", help: "Whoever reaches every company by their roles still does." },
];

/** A number of customers or suppliers. */
export function countWords(count: number, kind: CompanyKind, locale: string): string {
  const { one, many } = kindWords[kind];
  return `${count.toLocaleString(locale)} ${(count === 1 ? one : many).toLowerCase()}`;
}

/** What the button that saves says. */
export const buttonWords: Record<AssignLevel, (companies: string) => string> = {
  member: (companies) => `Grant access to ${companies}`,
  administrator: (companies) => `Make administrator of ${companies}`,
  none: (companies) => `Remove access to ${companies}`,
};

/** What was done, when it was. */
export const doneWords: Record<AssignLevel, (companies: string) => string> = {
  member: (companies) => `Access to ${companies} granted`,
  administrator: (companies) => `Access to ${companies} granted, as administrator`,
  none: (companies) => `Access to ${companies} removed`,
};

/** How what was done is reversed. */
export const reverseWords: Record<AssignLevel, string> = {
  member: "If this was a mistake, remove the access again.",
  administrator: "If this was a mistake, grant access as member, or remove it.",
  none: "If this was a mistake, grant the access again.",
};

const sameWords: Record<AssignLevel, string> = {
  member: "already a member of",
  administrator: "already an administrator of",
  none: "without access to",
};

/** What becomes of one colleague: "added to 5, already a member of 2". */
export function colleagueWords({ counts }: ColleaguePlan, level: AssignLevel, locale: string): string {
  const words = {
    added: "added to",
    changed: `${level === "member" ? "from administrator to member" : "from member to administrator"} in`,
    removed: "taken off",
    same: sameWords[level],
    "last-administrator": "stays administrator of",
  };
  const parts = (Object.keys(words) as (keyof typeof words)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${words[key]} ${counts[key].toLocaleString(locale)}`);
  return parts.join(", ") || "nothing to change";
}

/** How the list is called of which all are meant; a search that finds many is not counted to the end. */
export function allWords({ count, isMore }: Total, kind: CompanyKind, locale: string): string {
  const many = kindWords[kind].many.toLowerCase();
  return isMore
    ? `All ${many} of this list, more than ${count.toLocaleString(locale)}`
    : `All ${countWords(count, kind, locale)} of this list`;
}

/** What does not change, and why. */
export function heldWords(
  plan: AssignmentPlan,
  kind: CompanyKind,
  locale: string,
): { text: string; remedy: string }[] {
  const { same, notAdministered, lastAdministrator, unseen } = plan;
  const line = (count: number, one: string, many: string, remedy: string) =>
    count > 0 ? [{ text: `${countWords(count, kind, locale)} ${count === 1 ? one : many}`, remedy }] : [];
  return [
    ...line(same, "stays as it is:", "stay as they are:", "it is so already."),
    ...line(
      notAdministered,
      "is skipped: you are not an administrator of it.",
      "are skipped: you are not an administrator of them.",
      "Ask one of their administrators.",
    ),
    ...line(
      lastAdministrator,
      "would be left without an administrator, so it keeps the one it has.",
      "would be left without an administrator, so they keep the one they have.",
      "Make somebody else an administrator first.",
    ),
    ...line(
      unseen,
      "is skipped: it is not there any more, or not yours to see.",
      "are skipped: they are not there any more, or not yours to see.",
      "",
    ),
  ];
}
