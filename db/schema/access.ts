import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { createdAt, moment, organisationId } from "./columns";
import { companies, companyKinds } from "./companies";
import { contacts } from "./contacts";
import { organisations } from "./organisations";
import { staffUsers } from "./staff";

/** Access changes as people made them; `id` counts per organisation in order of commit. */
export const accessChanges = pgTable(
  "access_changes",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: bigint("id", { mode: "number" }).notNull(),
    summary: text("summary").notNull(),
    madeAt: moment("made_at").notNull().defaultNow(),
    madeBy: uuid("made_by"),
    madeByName: text("made_by_name").notNull(),
    undoneAt: moment("undone_at"),
    undoneBy: uuid("undone_by"),
    undoneByName: text("undone_by_name"),
    /** What its entries speak of, as "customer invoices": by this a later change sees, without reading them, whether they can meet. */
    subjects: text("subjects")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Whom its entries are for. */
    isForEveryone: boolean("is_for_everyone").notNull().default(false),
    companyCount: integer("company_count").notNull().default(0),
    contactCount: integer("contact_count").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

/** The lines of an access change; appended, never overwritten. */
export const accessEntries = pgTable(
  "access_entries",
  {
    organisationId: organisationId(),
    changeId: bigint("change_id", { mode: "number" }).notNull(),
    position: integer("position").notNull(),
    audience: text("audience", { enum: companyKinds }).notNull(),
    scope: text("scope", { enum: ["everyone", "company", "contact"] }).notNull(),
    companyId: uuid("company_id"),
    contactId: uuid("contact_id"),
    permission: text("permission").notNull(),
    effect: text("effect", { enum: ["allow", "deny", "inherit"] }).notNull(),
    /** The last day, in the organisation's time zone, on which the entry counts. */
    lastDay: date("last_day", { mode: "string" }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.changeId, table.position] }),
    index("access_entries_everyone")
      .on(table.organisationId, table.audience, table.permission, table.changeId)
      .where(sql`scope = 'everyone'`),
    index("access_entries_by_company")
      .on(table.organisationId, table.companyId, table.permission, table.changeId)
      .where(sql`scope = 'company'`),
    // All that counts ask of them, those of row-level security included, so that they are read in this order from the index alone.
    index("access_entries_by_contact")
      .on(
        table.organisationId,
        table.contactId,
        table.permission,
        table.changeId,
        table.position,
        table.effect,
        table.audience,
        table.lastDay,
        table.scope,
        table.companyId,
      )
      .where(sql`scope = 'contact'`),
    index("access_entries_by_last_day")
      .on(table.organisationId, table.lastDay)
      .where(sql`scope = 'contact' and effect = 'allow' and last_day is not null`),
    check(
      "access_entries_target",
      sql`(scope = 'everyone' and company_id is null and contact_id is null) or (scope = 'company' and company_id is not null and contact_id is null) or (scope = 'contact' and contact_id is not null and company_id is null)`,
    ),
    foreignKey({
      columns: [table.organisationId, table.changeId],
      foreignColumns: [accessChanges.organisationId, accessChanges.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.companyId],
      foreignColumns: [companies.organisationId, companies.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Named bundles of roles, for staff users or for contacts. */
export const groupRoles = pgTable(
  "group_roles",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    audience: text("audience", { enum: ["staff", "contact"] }).notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    isActive: boolean("is_active").notNull().default(true),
    roles: text("roles").array().notNull(),
    createdAt: createdAt(),
    version: integer("version").notNull().default(1),
    /** Who saved it last; empty for those that nobody has edited. */
    changedByName: text("changed_by_name").notNull().default(""),
    /** Since when and by whom it gives what it gives; kept by a trigger, which puts what it was before into `pastGroupRoles`. */
    since: moment("since").notNull().defaultNow(),
    sinceByName: text("since_by_name")
      .notNull()
      .default(sql`app_staff_name()`),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex("group_roles_code_unique").on(
      table.organisationId,
      table.audience,
      sql`lower(${table.code})`,
    ),
  ],
);

/** What group roles gave before they were edited or deleted; written by triggers only. */
export const pastGroupRoles = pgTable(
  "past_group_roles",
  {
    organisationId: organisationId().references(() => organisations.id),
    groupRoleId: uuid("group_role_id").notNull(),
    since: moment("since").notNull(),
    sinceByName: text("since_by_name").notNull().default(""),
    until: moment("until").notNull(),
    name: text("name").notNull(),
    isActive: boolean("is_active").notNull(),
    roles: text("roles").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.groupRoleId, table.until] })],
);

/** Which contacts hold which group roles. */
export const contactGroupRoles = pgTable(
  "contact_group_roles",
  {
    organisationId: organisationId(),
    contactId: uuid("contact_id").notNull(),
    groupRoleId: uuid("group_role_id").notNull(),
    since: moment("since").notNull().defaultNow(),
    /** Empty when it was nobody of the staff. */
    givenByName: text("given_by_name")
      .notNull()
      .default(sql`app_staff_name()`),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.contactId, table.groupRoleId] }),
    index("contact_group_roles_by_role").on(table.organisationId, table.groupRoleId),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organisationId, table.groupRoleId],
      foreignColumns: [groupRoles.organisationId, groupRoles.id],
    }),
  ],
);

/** Which contacts held which group roles until they were taken away; written by a trigger only. */
export const pastContactGroupRoles = pgTable(
  "past_contact_group_roles",
  {
    organisationId: organisationId(),
    contactId: uuid("contact_id").notNull(),
    /** The group role may be gone as well. */
    groupRoleId: uuid("group_role_id").notNull(),
    since: moment("since").notNull(),
    givenByName: text("given_by_name").notNull().default(""),
    until: moment("until").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.contactId, table.groupRoleId, table.until] }),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Which staff users hold which group roles. */
export const staffGroupRoles = pgTable(
  "staff_group_roles",
  {
    organisationId: organisationId(),
    staffId: uuid("staff_id").notNull(),
    groupRoleId: uuid("group_role_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.staffId, table.groupRoleId] }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organisationId, table.groupRoleId],
      foreignColumns: [groupRoles.organisationId, groupRoles.id],
    }),
  ],
);
