import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { companies } from "./companies";
import { organisations } from "./organisations";

/** People who work for the organisation; their e-mail is unique in the whole deployment. */
export const staffUsers = pgTable(
  "staff_users",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    passwordSetAt: moment("password_set_at"),
    failedSignIns: integer("failed_sign_ins").notNull().default(0),
    deactivatedAt: moment("deactivated_at"),
    deactivatedBy: uuid("deactivated_by"),
    lastSignInAt: moment("last_sign_in_at"),
    /** Since when signing in takes a code as well as the password. */
    secondFactorSince: moment("second_factor_since"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique("staff_users_email_unique").on(table.email),
  ],
);

/** The atomic roles of a staff user, such as `companyEdit`. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    organisationId: organisationId(),
    staffId: uuid("staff_id").notNull(),
    role: text("role").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.staffId, table.role] }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }).onDelete("cascade"),
  ],
);

/** Which staff user serves which company, as `administrator` or `member` of it. */
export const assignments = pgTable(
  "assignments",
  {
    organisationId: organisationId(),
    staffId: uuid("staff_id").notNull(),
    companyId: uuid("company_id").notNull(),
    level: text("level", { enum: ["administrator", "member"] }).notNull(),
    grantedBy: uuid("granted_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.staffId, table.companyId] }),
    index("assignments_company").on(table.organisationId, table.companyId),
    index("assignments_by_staff").on(table.organisationId, table.staffId, table.level, table.companyId),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.companyId],
      foreignColumns: [companies.organisationId, companies.id],
    }),
  ],
);
