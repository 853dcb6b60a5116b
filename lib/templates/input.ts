import { z } from "zod";
import { lineInput, staleInput } from "@/lib/platform/inputs";
import { MOST_SOURCE } from "@/lib/safe-ejs/limits";

// Not trimmed: lines are counted from what stands in the field.
const sourceInput = z
  .string({ error: "Enter text." })
  .max(MOST_SOURCE, { error: `Use at most ${MOST_SOURCE / 1000},000 characters.` })
  .transform((typed) => typed.replace(/\r\n?/g, "\n"));

const templateInput = z.string({ error: "Choose a template." }).max(60, { error: "Choose a template." });

/** The version that a form was opened on: 0 while the built-in template has never been changed. */
const versionInput = z.coerce
  .number({ error: "Reload the page and try again." })
  .int()
  .min(0)
  .max(2_147_483_646);

const sources = {
  subject: lineInput(300).pipe(z.string().min(1, { error: "Enter a subject." })),
  html: sourceInput.pipe(z.string().regex(/\S/, { error: "Enter the HTML." })),
  text: sourceInput.pipe(z.string().regex(/\S/, { error: "Enter the text." })),
};

export const saveTemplateInput = z.object({ ...sources, template: templateInput, version: versionInput });
export const restoreVersionInput = z.object({
  template: templateInput,
  version: versionInput,
  restored: versionInput.min(1),
});
export const resetTemplateInput = z.object({ template: templateInput, version: versionInput });
export const sendTestInput = z.object({ ...sources, template: templateInput });

/** What is typed is shown while it is typed, whatever it is. */
export const previewTemplateInput = z.object({
  template: templateInput,
  subject: z.string().max(2_000),
  html: sourceInput,
  text: sourceInput,
  contactId: z.union([z.uuid(), z.literal("")]).default(""),
});

export type SaveTemplateInput = z.output<typeof saveTemplateInput>;
export type RestoreVersionInput = z.output<typeof restoreVersionInput>;
export type ResetTemplateInput = z.output<typeof resetTemplateInput>;
export type SendTestInput = z.output<typeof sendTestInput>;
export type PreviewTemplateInput = z.output<typeof previewTemplateInput>;

/** A template as its form holds it. */
export type TemplateFormValues = { subject: string; html: string; text: string };

/** What a refused stale save tells the form: also the template as it is now. */
export const staleTemplate = staleInput.extend({
  theirs: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
});

export type StaleTemplate = z.output<typeof staleTemplate>;
