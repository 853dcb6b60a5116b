import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, moment, organisationId, transactionId } from "./columns";
import { companies, companyKinds } from "./companies";
import { logins } from "./logins";

/** A person at one company; people at several companies have one contact each and share a login. */
export const contacts = pgTable(
  "contacts",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    companyId: uuid("company_id").notNull(),
    kind: text("kind", { enum: companyKinds }).notNull(),
    loginId: uuid("login_id"),
    name: text("name").notNull(),
    jobTitle: text("job_title").notNull().default(""),
    department: text("department").notNull().default(""),
    phone: text("phone").notNull().default(""),
    mobile: text("mobile").notNull().default(""),
    fax: text("fax").notNull().default(""),
    notes: text("notes").notNull().default(""),
    deactivatedAt: moment("deactivated_at"),
    deactivatedBy: uuid("deactivated_by"),
    /** Kept by a trigger. */
    deactivatedIn: transactionId("deactivated_in"),
    /** The first access change that can cover this contact: it is not touched by older "everyone" entries. */
    accessSince: bigint("access_since", { mode: "number" }).notNull(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique("contacts_login_once_per_company").on(table.organisationId, table.companyId, table.loginId),
    index("contacts_by_company").on(table.organisationId, table.companyId, table.name, table.id),
    index("contacts_by_name").on(table.organisationId, table.name, table.id),
    index("contacts_by_update").on(table.organisationId, table.updatedAt, table.id),
    index("contacts_by_kind").on(table.organisationId, table.kind, table.name, table.id),
    // All that counting access asks of contacts, so that they are read in this order from the index alone.
    index("contacts_by_id").on(
      table.organisationId,
      table.kind,
      table.id,
      table.companyId,
      table.accessSince,
      table.deactivatedAt,
      table.loginId,
    ),
    index("contacts_deactivated")
      .on(table.organisationId, table.name, table.id)
      .where(sql`deactivated_at is not null`),
    index("contacts_by_login").on(table.organisationId, table.loginId),
    foreignKey({
      columns: [table.organisationId, table.companyId, table.kind],
      foreignColumns: [companies.organisationId, companies.id, companies.kind],
    }),
    foreignKey({
      columns: [table.organisationId, table.loginId],
      foreignColumns: [logins.organisationId, logins.id],
    }),
  ],
);
