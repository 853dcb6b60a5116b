import { dateFormat } from "@/lib/platform/date-format";

/** The calendar day ("2026-11-03") that `moment` falls on in that time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  const parts = dateFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
