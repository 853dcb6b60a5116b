import { bigint, customType, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { staffUsers } from "./staff";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The second factor of a staff user: an app that shows codes which change with time (RFC 6238). */
export const staffTotp = pgTable(
  "staff_totp",
  {
    organisationId: organisationId(),
    staffId: uuid("staff_id").notNull(),
    /** What the app was given, sealed with a key made from AUTH_SECRET. */
    sealedSecret: bytes("sealed_secret").notNull(),
    createdAt: createdAt(),
    /** Until a code has shown that the app works it is not asked for. */
    confirmedAt: moment("confirmed_at"),
    /** The step of time whose code was used last: no code of that step or an earlier one is taken again. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.staffId] }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }).onDelete("cascade"),
  ],
);

/** Codes on paper for whoever has lost the app, each for one sign-in; only their SHA-256 is known here. */
export const staffRecoveryCodes = pgTable(
  "staff_recovery_codes",
  {
    organisationId: organisationId(),
    staffId: uuid("staff_id").notNull(),
    hash: text("hash").notNull(),
    createdAt: createdAt(),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.staffId, table.hash] }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }).onDelete("cascade"),
  ],
);
