import { z } from "zod";

/** Which e-mail to send again. */
export const resendMailInput = z.object({ mailId: z.uuid({ error: "Choose an e-mail." }) });

/** The parts of a template, in the order in which they are written. */
export const mailParts = ["subject", "html", "text"] as const;
export type MailPart = (typeof mailParts)[number];
