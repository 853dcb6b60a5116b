import type { z } from "zod";
import type { mailSettingsInput } from "./mail-input";
import { savePart, type Context, type Part } from "./save-part";

type Values = { senderName: string; senderAddress: string; replyTo: string };

/** What the Mail settings keep; empty where what the operator set up holds. */
export const mailPart: Part<Values> = {
  name: "mail",
  act: "organisation.mail-changed",
  read: ({ senderName, senderAddress, replyTo }) => ({
    senderName: senderName ?? "",
    senderAddress: senderAddress ?? "",
    replyTo: replyTo ?? "",
  }),
  write: ({ senderName, senderAddress, replyTo }) => ({
    senderName: senderName || null,
    senderAddress: senderAddress || null,
    replyTo: replyTo || null,
  }),
};

/** Saves in whose name e-mails are sent, and where answers to them go. */
export const updateMail = (context: Context, { version, ...typed }: z.output<typeof mailSettingsInput>) =>
  savePart<Values>(context, mailPart, version, typed);
