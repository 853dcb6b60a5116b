import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organisationId } from "./columns";
import { companyKinds } from "./companies";
import { organisations } from "./organisations";

/** The highest number that a company code of the generated form carries, per organisation and kind; kept by triggers. */
export const codeCounters = pgTable(
  "code_counters",
  {
    organisationId: organisationId().references(() => organisations.id),
    kind: text("kind", { enum: companyKinds }).notNull(),
    last: integer("last").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.kind] })],
);
