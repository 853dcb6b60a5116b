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

/** A calendar day ("2026-11-03") as its reader says it, with day of the week. */
export function spokenDay(day: string, locale: string): string {
  const options = {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  } as const;
  return new Intl.DateTimeFormat(knownLocale(locale), options).format(new Date(`${day}T00:00:00Z`));
}

/** Names as their reader lists them: "Invoices, Issues and Service". */
export function spokenList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(knownLocale(locale), { type: "conjunction" }).format(names);
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
