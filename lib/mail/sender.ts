import { organisations } from "@/db/schema";
import { senderAddress } from "./transport";

/** What an organisation says of whom its e-mails come from; null where it leaves that to the operator. */
export type SenderSettings = {
  senderName: string | null;
  senderAddress: string | null;
  replyTo: string | null;
};

/** The columns of the organisation in which it says so. */
export const senderColumns = {
  senderName: organisations.senderName,
  senderAddress: organisations.senderAddress,
  replyTo: organisations.replyTo,
};

/** Whom e-mails of the organisation come from and where answers go. */
export const senderOf = (name: string, settings: SenderSettings) => ({
  from: { name: settings.senderName ?? name, address: settings.senderAddress ?? senderAddress() },
  ...(settings.replyTo && { replyTo: settings.replyTo }),
});
