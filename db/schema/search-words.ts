import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { organisationId } from "./columns";

/**
 * What each company and contact can be found by; kept by triggers, without row-level security so that the trigram
 * index can be used. It yields ids only: the rows themselves are read through the protected tables.
 */
export const searchWords = pgTable(
  "search_words",
  {
    organisationId: organisationId(),
    kind: text("kind", { enum: ["customer", "supplier", "contact"] }).notNull(),
    id: uuid("id").notNull(),
    words: text("words").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);
