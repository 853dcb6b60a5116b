import { dateFormat } from "@/lib/platform/date-format";
import type { AccessAnswer, Because, LedgerEntry, Obstacle, ServicesAnswer } from "./resolve-access";

/** How dates are written for the reader. */
export type Reader = { locale: string; timeZone: string };

/** What keeps an allowed permission from having an effect, in words. */
export const obstacleWords: Record<Obstacle, string> = {
  "portal-off": "the portal is not offered",
  "module-off": "this part of the portal is not offered",
  hidden: "hidden in portal settings",
  "services-off": "Services are off",
  "contact-deactivated": "the contact is deactivated",
  "company-closed": "the company is closed",
};

/** Why a permission is allowed, not allowed or without effect, as one line for the staff user who asks. */
export function explainAccess(answer: AccessAnswer, reader: Reader): string {
  const decision = phrase(answer.because, answer.allowed ? "Allowed" : "Not allowed", reader);
  const [obstacle] = answer.obstacles;
  return answer.allowed && obstacle ? `No effect: ${obstacleWords[obstacle]}. ${decision}` : decision;
}

/** The same without who decided and when, for where these stand beside it. */
export function explainInShort(answer: AccessAnswer): string {
  const decision = phrase(answer.because, answer.allowed ? "Allowed" : "Not allowed", null);
  const [obstacle] = answer.obstacles;
  return answer.allowed && obstacle ? `No effect: ${obstacleWords[obstacle]}. ${decision}` : decision;
}

/** Why a permission cannot be used, to be said after "hidden": "never granted", "Services are off". */
export function explainHidden({ allowed, obstacles, because }: AccessAnswer): string {
  const [obstacle] = obstacles;
  if (allowed && obstacle) return obstacleWords[obstacle];
  if (because.kind === "entry") return `switched off by ${change(because.entry, null)}`;
  if (because.kind === "no-group-role")
    return `left to group roles by ${change(because.entry, null)}, and none gives it`;
  return "never granted";
}

/** Why the portal is on or off for the company, as one line. */
export function explainServices(services: ServicesAnswer, reader: Reader): string {
  if (services.because.kind === "never-granted") return "Off: never switched on";
  return phrase(services.because, services.on ? "On" : "Off", reader);
}

function phrase(because: Because, outcome: string, reader: Reader | null): string {
  switch (because.kind) {
    case "entry":
      return `${outcome} by ${change(because.entry, reader)}${until(because.entry, reader)}`;
    case "group-roles":
      return `${outcome} by group role ${because.names.join(", ")}`;
    case "no-group-role":
      return `${outcome}: left to group roles by ${change(because.entry, reader)}, and none gives it`;
    case "never-granted":
      return `${outcome}: never granted`;
  }
}

function change(entry: LedgerEntry, reader: Reader | null): string {
  if (!reader) return `‘${entry.summary}’`;
  return `‘${entry.summary}’ (${entry.madeBy}, ${dayFormat(reader).format(entry.madeAt)})`;
}

function until(entry: LedgerEntry, reader: Reader | null): string {
  return entry.lastDay === null || !reader ? "" : `, until ${lastDayText(entry.lastDay, reader)}`;
}

/** A last day ("2026-11-03") as the reader writes it. */
export function lastDayText(lastDay: string, { locale }: Pick<Reader, "locale">): string {
  return dayFormat({ locale, timeZone: "UTC" }).format(new Date(`${lastDay}T00:00:00Z`));
}

const dayFormat = ({ locale, timeZone }: Reader) =>
  dateFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" });
