import { dateFormat } from "@/lib/platform/date-format";

/** Where the organisation is, as far as dates and numbers are written: its time zone and its way of writing. */
export type Place = { timeZone: string; locale: string };

/** A moment in words, in the organisation's time zone: "21 Nov 2026, 14:05". */
export function momentText(at: Date, { timeZone, locale }: Place): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
}

/** A moment as people of the organisation write it, with the exact one for machines. */
export function Moment({ at, ...place }: { at: Date } & Place) {
  return <time dateTime={at.toISOString()}>{momentText(at, place)}</time>;
}
