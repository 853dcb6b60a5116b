import type { AccessAnswer, Because, LedgerEntry, Obstacle, ServicesAnswer } from "./resolve-access";

/** How dates are written for the reader. */
export type Reader = { locale: string; timeZone: string };

const withoutEffect: Record<Obstacle, string> = {
  "portal-off": "the portal is not offered",
  "module-off": "this part of the portal is not offered",
  "services-off": "Services are off",
  "contact-deactivated": "the contact is deactivated",
  "company-closed": "the company is closed",
};

/** Why a permission is allowed, not allowed or without effect, as one line for the staff user who asks. */
export function explainAccess(answer: AccessAnswer, reader: Reader): string {
  const decision = phrase(answer.because, answer.allowed ? "Allowed" : "Not allowed", reader);
  const [obstacle] = answer.obstacles;
  return answer.allowed && obstacle ? `No effect: ${withoutEffect[obstacle]}. ${decision}` : decision;
}

/** Why the portal is on or off for the company, as one line. */
export function explainServices(services: ServicesAnswer, reader: Reader): string {
  if (services.because.kind === "never-granted") return "Off: never switched on";
  return phrase(services.because, services.on ? "On" : "Off", reader);
}

function phrase(because: Because, outcome: string, reader: Reader): string {
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

function change(entry: LedgerEntry, { locale, timeZone }: Reader): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" });
  return `‘${entry.summary}’ (${entry.madeBy}, ${day.format(entry.madeAt)})`;
}

function until(entry: LedgerEntry, { locale }: Reader): string {
  if (entry.lastDay === null) return "";
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return `, until ${day.format(new Date(`${entry.lastDay}T00:00:00Z`))}`;
}
