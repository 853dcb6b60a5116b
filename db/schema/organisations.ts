import { sql } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

/** The tenant whose portal this is. */
export const organisations = pgTable("organisations", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  colour: text("colour").notNull().default("#2457a6"),
  timeZone: text("time_zone").notNull().default("UTC"),
  locale: text("locale").notNull().default("en-GB"),
  currency: text("currency").notNull().default("EUR"),
  modules: text("modules")
    .array()
    .notNull()
    .default(
      sql`ARRAY['customerPortal','supplierPortal','enquiries','quotations','orders','deliveries','invoices','issues','service','install']`,
    ),
  terms: text("terms"),
  createdAt: createdAt(),
});
