import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { mail } from "@/db/schema";

/** The e-mails to a contact, newest first, each with its state and what the server said. */
export function listMailOfContact(tx: Tx, contactId: string, limit = 20) {
  return tx
    .select({
      id: mail.id,
      template: mail.template,
      subject: mail.subject,
      toAddress: mail.toAddress,
      state: mail.state,
      serverWords: mail.serverWords,
      createdAt: mail.createdAt,
      sentAt: mail.sentAt,
    })
    .from(mail)
    .where(eq(mail.contactId, contactId))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit);
}
