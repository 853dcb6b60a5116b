import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, organisationId } from "./columns";
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
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("audit_events_by_company").on(table.organisationId, table.companyId, table.at),
    index("audit_events_by_contact").on(table.organisationId, table.contactId, table.at),
    index("audit_events_by_time").on(table.organisationId, table.at),
  ],
);
