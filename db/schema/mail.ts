import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, moment, organisationId } from "./columns";
import { organisations } from "./organisations";
import { tokens } from "./tokens";

export const mailStates = ["queued", "sending", "sent", "captured", "failed", "cancelled"] as const;

/** One try to send an e-mail, and what came of it. */
export type MailTry = { at: string; outcome: "sent" | "deferred" | "refused" | "interrupted"; words: string };

/** Every e-mail that Portico owes, sends or has sent, with what the server said of it. */
export const mail = pgTable(
  "mail",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    template: text("template").notNull(),
    toAddress: text("to_address").notNull(),
    toName: text("to_name").notNull().default(""),
    companyId: uuid("company_id"),
    contactId: uuid("contact_id"),
    loginId: uuid("login_id"),
    staffId: uuid("staff_id"),
    tokenId: uuid("token_id"),
    /** What the template shows; never a secret. */
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    state: text("state", { enum: mailStates }).notNull().default("queued"),
    subject: text("subject").notNull().default(""),
    tries: integer("tries").notNull().default(0),
    serverWords: text("server_words").notNull().default(""),
    /** Every try so far, the oldest first. */
    history: jsonb("history").$type<MailTry[]>().notNull().default([]),
    /** The organisation's version of the template that it was made from; null for the built-in one. */
    templateVersion: integer("template_version"),
    /** Why it was made from the built-in template although the organisation has one of its own. */
    templateFallback: text("template_fallback").notNull().default(""),
    messageId: text("message_id").notNull().default(""),
    /** The rendered bodies of a captured e-mail, sealed with a key made from AUTH_SECRET because they hold its link. */
    sealedBody: bytes("sealed_body"),
    createdAt: createdAt(),
    sentAt: moment("sent_at"),
    nextTryAt: moment("next_try_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("mail_by_time").on(table.organisationId, table.createdAt, table.id),
    index("mail_by_state").on(table.organisationId, table.state, table.createdAt, table.id),
    index("mail_by_contact").on(table.organisationId, table.contactId, table.createdAt),
    index("mail_by_company").on(table.organisationId, table.companyId, table.createdAt, table.id),
    index("mail_by_token").on(table.organisationId, table.tokenId, table.id),
    foreignKey({
      columns: [table.organisationId, table.tokenId],
      foreignColumns: [tokens.organisationId, tokens.id],
    }),
  ],
);
