import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/inputs";

const lines = (max: number) => textInput(max).transform((typed) => typed.replace(/\r\n?/g, "\n"));

export const requestAccessInput = z.object({
  message: lines(500).pipe(z.string().min(1, { error: "Say which companies you need, and why." })),
});

/** Companies by their IDs, as somebody types them: with commas, semicolons or line breaks between. */
const codesInput = lines(2_000)
  .transform((typed) => [...new Set(typed.split(/[,;\n]/).map((code) => code.trim()))].filter(Boolean))
  .pipe(
    z
      .array(z.string().max(40, { error: "An ID has at most 40 characters." }))
      .min(1, { error: "Enter the ID of at least one customer or supplier." })
      .max(50, { error: "Enter at most 50 IDs." }),
  );

export const grantRequestInput = z.object({
  requestId: idInput,
  codes: codesInput,
  level: z.enum(["member", "administrator"], { error: "Choose member or administrator." }),
});

export const declineRequestInput = z.object({
  requestId: idInput,
  answer: lineInput(300).pipe(z.string().min(1, { error: "Say why, so that they know what to do." })),
});
