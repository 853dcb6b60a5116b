import { z } from "zod";
import { idInput, lineInput, textInput, versionInput } from "@/lib/platform/inputs";
import { currencyInput, localeInput, timeZoneInput } from "./choices-input";

export const colourInput = z
  .string({ error: "Enter a colour such as #2457a6." })
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: "Enter a colour as # and six digits or letters a–f, such as #2457a6." });

/** What the Organisation page keeps. */
export const organisationInput = z.object({
  version: versionInput,
  name: lineInput(120).pipe(z.string().min(1, { error: "Enter the name of your organisation." })),
  colour: colourInput,
  timeZone: timeZoneInput,
  locale: localeInput,
  currency: currencyInput,
});

/** The terms; empty for those that come with Portico. */
export const termsInput = z.object({
  version: versionInput,
  terms: textInput(20_000).transform((typed) => typed.replace(/\r\n?/g, "\n")),
});

/** Which logo to take away: should there be another one by now, that one was not meant. */
export const removeLogoInput = z.object({ logoId: idInput });

/** The largest file that is taken as a logo. */
export const LOGO_BYTES = 2 * 1024 * 1024;

const NO_LOGO = "Choose a picture: a PNG, JPEG or WebP file.";

/** A picture as a form sends it. */
export const logoInput = z.object({
  logo: z
    .instanceof(File, { error: NO_LOGO })
    .refine(({ size }) => size > 0, { error: NO_LOGO })
    .refine(({ size }) => size <= LOGO_BYTES, {
      error: "The picture is larger than 2 MB. Save it smaller and choose it again.",
    }),
});
