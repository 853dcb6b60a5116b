import { bigint, integer, pgTable, varchar } from "drizzle-orm/pg-core";

/** Counters of recent attempts, one per hashed login or address; the layout is rate-limiter-flexible's. Holds no tenant data. */
export const throttle = pgTable("throttle", {
  key: varchar("key", { length: 255 }).primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});
