import { bigint, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { accessChanges } from "./access";
import { moment, organisationId, transactionId } from "./columns";

/**
 * Every undoing of an access change, with when and by whom it was taken back in turn: what "as of then" is answered from. How a change
 * stands now is also in its own `undoneAt`, which every question about access reads.
 */
export const accessUndos = pgTable(
  "access_undos",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    changeId: bigint("change_id", { mode: "number" }).notNull(),
    undoneAt: moment("undone_at").notNull(),
    undoneBy: uuid("undone_by"),
    undoneByName: text("undone_by_name").notNull().default(""),
    undoneIn: transactionId("undone_in").default(sql`pg_current_xact_id()`),
    redoneAt: moment("redone_at"),
    redoneBy: uuid("redone_by"),
    redoneByName: text("redone_by_name"),
    redoneIn: transactionId("redone_in"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // A change is undone once at a time.
    uniqueIndex("access_undos_standing")
      .on(table.organisationId, table.changeId)
      .where(sql`redone_at is null`),
    index("access_undos_by_change").on(table.organisationId, table.changeId, table.undoneAt),
    index("access_undos_by_undo").on(table.organisationId, table.undoneAt),
    index("access_undos_by_redo")
      .on(table.organisationId, table.redoneAt)
      .where(sql`redone_at is not null`),
    foreignKey({
      columns: [table.organisationId, table.changeId],
      foreignColumns: [accessChanges.organisationId, accessChanges.id],
    }),
  ],
);
