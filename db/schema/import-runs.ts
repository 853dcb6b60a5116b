import { customType, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { companyKinds } from "./companies";
import { organisations } from "./organisations";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** An uploaded CSV file and what became of it: checked, running, done all or nothing, or failed with the reason. */
export const importRuns = pgTable(
  "import_runs",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: companyKinds }).notNull(),
    mode: text("mode", { enum: ["create", "create-and-update"] })
      .notNull()
      .default("create-and-update"),
    fileName: text("file_name").notNull(),
    file: bytes("file").notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    state: text("state", { enum: ["uploaded", "queued", "running", "done", "failed", "cancelled"] })
      .notNull()
      .default("uploaded"),
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    outcome: jsonb("outcome").$type<Record<string, number>>(),
    problem: text("problem").notNull().default(""),
    createdBy: uuid("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);
