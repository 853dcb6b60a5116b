import type { ChangeRow } from "@/lib/access/list-changes";

/** Whom a change reaches: "All customer contacts", "3 companies and 1,204 contacts". */
export function reachWords(
  { subjects, isForEveryone, companyCount, contactCount }: ChangeRow,
  locale: string,
): string {
  const audiences = [...new Set(subjects.map((subject) => subject.split(" ")[0] ?? ""))];
  const whose = audiences.length === 1 ? `${audiences[0]} ` : "";
  const everyone = subjects.every((subject) => subject.endsWith(" services"))
    ? `all ${whose ? `${audiences[0]}s` : "companies"}`
    : `all ${whose}contacts`;
  const count = (many: number, one: string, several: string) =>
    many === 0 ? [] : [`${many.toLocaleString(locale)} ${many === 1 ? one : several}`];
  const parts = [
    ...(isForEveryone ? [everyone] : []),
    ...count(companyCount, "company", "companies"),
    ...count(contactCount, "contact", "contacts"),
  ];
  const words = parts.join(" and ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
