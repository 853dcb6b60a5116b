/** A moment as its reader says it, with day of the week and time zone; unknown locales and zones fall back to British English and UTC. */
export function spokenTime(at: Date, locale: string, timeZone: string): string {
  try {
    return format(at, locale, timeZone);
  } catch {
    return format(at, "en-GB", "UTC");
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  let known = formats.get(key);
  if (!known) formats.set(key, (known = makeFormat(locale, timeZone)));
  return known.format(at);
}

const makeFormat = (locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
