import { bigint, foreignKey, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { accessEntries } from "./access";
import { moment, organisationId } from "./columns";

/** Entries with a last day whose contact has been told that it comes. */
export const accessEndings = pgTable(
  "access_endings",
  {
    organisationId: organisationId(),
    changeId: bigint("change_id", { mode: "number" }).notNull(),
    position: integer("position").notNull(),
    toldAt: moment("told_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.changeId, table.position] }),
    foreignKey({
      columns: [table.organisationId, table.changeId, table.position],
      foreignColumns: [accessEntries.organisationId, accessEntries.changeId, accessEntries.position],
    }).onDelete("cascade"),
  ],
);
