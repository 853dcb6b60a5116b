import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, moment, organisationId, transactionId } from "./columns";
import { organisations } from "./organisations";

export const companyKinds = ["customer", "supplier"] as const;
export const companyStatuses = ["active", "inactive", "blacklisted", "closed"] as const;
export const logLevels = ["off", "error", "warning", "information", "debug"] as const;

/** Customers and suppliers; a company with a parent is a site. */
export const companies = pgTable(
  "companies",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: companyKinds }).notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull().default(""),
    description: text("description").notNull().default(""),
    defaultDepartment: text("default_department").notNull().default(""),
    parentId: uuid("parent_id"),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    fax: text("fax").notNull().default(""),
    website: text("website").notNull().default(""),
    address: text("address").notNull().default(""),
    city: text("city").notNull().default(""),
    region: text("region").notNull().default(""),
    postalCode: text("postal_code").notNull().default(""),
    country: text("country").notNull().default(""),
    billingName: text("billing_name").notNull().default(""),
    billingEmail: text("billing_email").notNull().default(""),
    billingAddress: text("billing_address").notNull().default(""),
    billingCity: text("billing_city").notNull().default(""),
    billingRegion: text("billing_region").notNull().default(""),
    billingPostalCode: text("billing_postal_code").notNull().default(""),
    billingCountry: text("billing_country").notNull().default(""),
    vatNumber: text("vat_number").notNull().default(""),
    status: text("status", { enum: companyStatuses }).notNull().default("active"),
    statusReason: text("status_reason").notNull().default(""),
    statusChangedAt: moment("status_changed_at"),
    statusChangedBy: uuid("status_changed_by"),
    /** Kept by a trigger. */
    statusChangedIn: transactionId("status_changed_in"),
    logLevel: text("log_level", { enum: logLevels }).notNull().default("information"),
    groupChatUrl: text("group_chat_url").notNull().default(""),
    /** The first access change that can cover this company: it is not touched by older "everyone" entries. */
    accessSince: bigint("access_since", { mode: "number" }).notNull().default(1),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique("companies_kind_key").on(table.organisationId, table.id, table.kind),
    uniqueIndex("companies_code_unique").on(table.organisationId, table.kind, sql`lower(${table.code})`),
    index("companies_by_name").on(table.organisationId, table.kind, table.name, table.id),
    index("companies_by_code").on(table.organisationId, table.kind, table.code, table.id),
    index("companies_by_city").on(table.organisationId, table.kind, table.city, table.id),
    index("companies_by_update").on(table.organisationId, table.kind, table.updatedAt, table.id),
    index("companies_by_status").on(table.organisationId, table.kind, table.status, table.name, table.id),
    index("companies_by_parent").on(table.organisationId, table.parentId),
    foreignKey({
      name: "companies_parent_exists",
      columns: [table.organisationId, table.parentId, table.kind],
      foreignColumns: [table.organisationId, table.id, table.kind],
    }),
  ],
);
