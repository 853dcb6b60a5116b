import { z } from "zod";
import { emailInput, lineInput, versionInput } from "@/lib/platform/inputs";

const addressInput = z
  .string()
  .trim()
  .default("")
  .pipe(
    z.union([z.literal(""), emailInput], { error: "Enter an e-mail address such as portal@example.com." }),
  );

export const mailSettingsInput = z.object({
  version: versionInput,
  senderName: lineInput(100).refine((name) => !/[<>"@]/.test(name), {
    error: "Use words only, without @, quotation marks or angle brackets.",
  }),
  senderAddress: addressInput,
  replyTo: addressInput,
});
