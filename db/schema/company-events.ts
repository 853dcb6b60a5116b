import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, organisationId } from "./columns";
import { companies } from "./companies";

/**
 * A company's activity log: what helps to find out why something does not work for it. Unlike the audit trail it keeps only what the
 * company's log level lets in, and forgets it after some months.
 */
export const companyEvents = pgTable(
  "company_events",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    companyId: uuid("company_id").notNull(),
    contactId: uuid("contact_id"),
    at: moment("at").notNull(),
    level: text("level", { enum: ["error", "warning", "information", "debug"] }).notNull(),
    source: text("source", {
      enum: ["company", "contacts", "sign-in", "activation", "mail", "access", "portal"],
    }).notNull(),
    message: text("message").notNull(),
    /** More about it, as names and values; never a secret. */
    details: jsonb("details").$type<Record<string, string>>(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("company_events_by_time").on(table.organisationId, table.companyId, table.at, table.id),
    index("company_events_by_age").on(table.organisationId, table.at),
    foreignKey({
      columns: [table.organisationId, table.companyId],
      foreignColumns: [companies.organisationId, companies.id],
    }),
  ],
);
