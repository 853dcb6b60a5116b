import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { organisations } from "./organisations";

/** How people sign in to the portal: one e-mail (kept in lower case) and password for all contacts of one person. */
export const logins = pgTable(
  "logins",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    passwordSetAt: moment("password_set_at"),
    /** Set while the password is a temporary one that must be changed at first sign-in. */
    temporaryUntil: moment("temporary_until"),
    /** When whoever chose the password had followed a link sent to this address; empty while others may know the password. */
    emailProvenAt: moment("email_proven_at"),
    failedSignIns: integer("failed_sign_ins").notNull().default(0),
    termsAcceptedAt: moment("terms_accepted_at"),
    /** Which version of the organisation's terms was accepted then. */
    termsVersion: integer("terms_version"),
    lastSignInAt: moment("last_sign_in_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique("logins_email_unique").on(table.organisationId, table.email),
    index("logins_with_temporary_password")
      .on(table.organisationId, table.id)
      .where(sql`temporary_until is not null`),
    index("logins_without_password")
      .on(table.organisationId, table.id)
      .where(sql`password_hash is null`),
  ],
);
