import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { staffUsers } from "./staff";

/** A staff user who sees no company asks the administrators for access, and what they answered. */
export const accessRequests = pgTable(
  "access_requests",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    staffId: uuid("staff_id").notNull(),
    message: text("message").notNull().default(""),
    createdAt: createdAt(),
    outcome: text("outcome", { enum: ["granted", "declined"] }),
    answer: text("answer").notNull().default(""),
    answeredAt: moment("answered_at"),
    answeredBy: uuid("answered_by"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("access_requests_by_staff").on(table.organisationId, table.staffId, table.createdAt),
    uniqueIndex("access_requests_one_open")
      .on(table.organisationId, table.staffId)
      .where(sql`outcome is null`),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
  ],
);
