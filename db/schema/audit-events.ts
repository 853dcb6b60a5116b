import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, organisationId, transactionId } from "./columns";
import { organisations } from "./organisations";

/** What happened, who did it, and how it was before and after; written in the transaction of the act itself. */
export const auditEvents = pgTable(
  "audit_events",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    at: moment("at").notNull().defaultNow(),
    actorKind: text("actor_kind", { enum: ["staff", "contact", "system"] }).notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    act: text("act").notNull(),
    companyId: uuid("company_id"),
    contactId: uuid("contact_id"),
    staffId: uuid("staff_id"),
    subject: text("subject").notNull().default(""),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    /** No part of what is sealed: it has a meaning in this database only. */
    writtenIn: transactionId("written_in").default(sql`pg_current_xact_id()`),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // Each way of asking has its index in the order of the list, to the last column: an import writes 100,000 events of one moment.
    index("audit_events_newest").on(table.organisationId, table.at, table.id),
    index("audit_events_of_act").on(table.organisationId, table.act, table.at, table.id),
    index("audit_events_of_actor").on(table.organisationId, table.actorId, table.act, table.at, table.id),
    index("audit_events_of_company").on(table.organisationId, table.companyId, table.at, table.id),
    index("audit_events_of_contact").on(table.organisationId, table.contactId, table.at, table.id),
  ],
);
