import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { contacts } from "./contacts";
import { logins } from "./logins";
import { staffUsers } from "./staff";

/** Open and ended sessions of staff users and of logins; the cookie carries nothing but the id of one. */
export const sessions = pgTable(
  "sessions",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: ["staff", "contact"] }).notNull(),
    staffId: uuid("staff_id"),
    loginId: uuid("login_id"),
    /** The contact, and with it the company, that a login has chosen to act for. */
    contactId: uuid("contact_id"),
    address: text("address").notNull().default(""),
    userAgent: text("user_agent").notNull().default(""),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
    endedReason: text("ended_reason"),
    /** The announcement that its reader has put away for as long as the session lasts. */
    dismissedAnnouncement: uuid("dismissed_announcement"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("sessions_by_staff").on(table.organisationId, table.staffId),
    index("sessions_by_login").on(table.organisationId, table.loginId),
    check("sessions_one_owner", sql`num_nonnulls(${table.staffId}, ${table.loginId}) = 1`),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.loginId],
      foreignColumns: [logins.organisationId, logins.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }),
  ],
);
