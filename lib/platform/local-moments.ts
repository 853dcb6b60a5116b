const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A moment as a date-time field holds it in that time zone: "2026-11-03T14:05". */
export function localText(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    ...({ year: "numeric", month: "2-digit", day: "2-digit" } as const),
    ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const),
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The moment that a date-time field means in that time zone, or null when it holds none. Of a time that the clocks go through twice the
 * earlier one; a time that they skip is taken as if they had not yet been put forward.
 */
export function momentOf(text: string, timeZone: string): Date | null {
  if (!LOCAL.test(text)) return null;
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  const guesses = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetAt(near, timeZone));
  const fitting = guesses.filter((guess) => localText(new Date(guess), timeZone) === text);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : (guesses[0] ?? asUtc));
}

const DAY = 86_400_000;

function offsetAt(moment: number, timeZone: string): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${localText(new Date(minute), timeZone)}Z`) - minute;
}
