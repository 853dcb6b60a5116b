import { z } from "zod";

/** Every time zone, as IANA names it. */
export const timeZones: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

const known = new Map(timeZones.map((zone) => [zone.toLowerCase(), zone]));
const ofCity = new Map(timeZones.map((zone) => [zone.split("/").at(-1)?.toLowerCase() ?? "", zone]));

/** The time zone that was meant: by its name, or by the city that its name ends with; undefined when there is none. */
export function timeZoneNamed(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, "_").toLowerCase();
  return known.get(name) ?? ofCity.get(name);
}

/** A time zone as somebody types or chooses it. */
export const timeZoneInput = z
  .string({ error: "Choose a time zone from the list." })
  .max(100)
  .transform((typed, context) => {
    const zone = timeZoneNamed(typed);
    if (!zone)
      context.addIssue({
        code: "custom",
        message: "There is no such time zone. Type a city, such as Berlin, and choose from the list.",
      });
    return zone ?? "UTC";
  });

const locales = [
  ...["en-GB", "en-US", "en-IE", "en-AU", "en-CA", "en-IN", "en-ZA", "de-DE", "de-AT", "de-CH", "fr-FR"],
  ...["fr-BE", "fr-CH", "fr-CA", "nl-NL", "nl-BE", "es-ES", "es-MX", "pt-PT", "pt-BR", "it-IT", "da-DK"],
  ...["sv-SE", "nb-NO", "fi-FI", "pl-PL", "cs-CZ", "hu-HU", "ro-RO", "el-GR", "tr-TR", "ja-JP", "zh-CN"],
] as const;

/** How dates and numbers can be written, each by its code. */
export const localeInput = z.enum(locales, { error: "Choose from the list." });

/** The ways to write dates and numbers, by name. */
export const localeOptions = choices(locales, "language");

const currencies = Intl.supportedValuesOf("currency");

/** A currency by its ISO 4217 code. */
export const currencyInput = z
  .string({ error: "Choose a currency from the list." })
  .refine((code) => currencies.includes(code), { error: "Choose a currency from the list." });

/** Every currency, by name. */
export const currencyOptions = choices(currencies, "currency");

function choices(codes: readonly string[], type: "language" | "currency") {
  const names = new Intl.DisplayNames("en", { type });
  return codes
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
}
