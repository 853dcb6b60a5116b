import { z } from "zod";

/** An e-mail address as it is compared and kept: trimmed, in lower case. */
export const emailInput = z
  .string({ error: "Enter an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, { error: "An e-mail address has at most 254 characters." })
  .pipe(z.email({ error: "Enter an e-mail address such as ana@example.com." }));

/** The id of a row, as it comes from a URL or a form. */
export const idInput = z.uuid({ error: "This does not name anything that is here." });

/** The version of a row that a form was opened with. */
export const versionInput = z.coerce
  .number({ error: "Reload the page and try again." })
  .int()
  .min(1)
  .max(2_147_483_647);

/** What a refused stale save tells the form besides the words: the version to go on from, and where the two differ. */
export const staleInput = z.object({
  version: z.number(),
  differences: z.array(z.object({ field: z.string(), theirs: z.string(), yours: z.string() })),
});

export type Stale = z.output<typeof staleInput>;

/** Free text on one line, trimmed, of at most `max` characters; empty when left out. */
export const lineInput = (max: number) =>
  z
    .string({ error: "Enter text." })
    .trim()
    .max(max, { error: `Use at most ${max} characters.` })
    // PostgreSQL stores no NUL, and a control character in a name is never meant.
    .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), {
      error: "Remove the line breaks and control characters.",
    })
    .default("");

/** Free text of several lines, trimmed, of at most `max` characters; empty when left out. */
export const textInput = (max: number) =>
  z
    .string({ error: "Enter text." })
    .trim()
    .max(max, { error: `Use at most ${max} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "Remove the control characters." })
    .default("");

/** A tick box: absent or empty is off, as forms send it. */
export const tickInput = z.preprocess(
  (value) =>
    value === undefined || value === "" ? false : value === "on" || value === "true" ? true : value,
  z.boolean({ error: "Tick or clear the box." }),
);

/** A list that a form sends as nothing, one value or several. */
export const listInput = <T extends z.ZodType>(item: T, most = 100) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, { error: `Choose at most ${most}.` }),
  );

/** The query of a grid's address, from "?" on, for acts on all that the grid shows there. */
export const filterInput = (choose: string) =>
  z
    .string()
    .max(2_000, { error: "This filter is too long. Clear it and choose again." })
    .regex(/^\?/, { error: choose });

/** For acts that take nothing: whatever is sent is dropped. */
export const noInput = z.unknown().transform(() => null);
