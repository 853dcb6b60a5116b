import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, moment, organisationId } from "./columns";
import { companyKinds } from "./companies";
import { organisations } from "./organisations";

/** A column of an uploaded file: its heading and what stands in its first rows. */
export type FileColumn = { heading: string; samples: string[] };

/** Why a row of a file cannot be imported; `contactId` leads to the contact that stands in its way. */
export type RowProblem = { field: string; message: string; contactId?: string };

/** What a row changes: by field, what is there and what will be. */
export type RowChanges = Record<string, [before: string, after: string]>;

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
    /** What an empty cell means for a company that exists. */
    emptyCells: text("empty_cells", { enum: ["keep", "clear"] })
      .notNull()
      .default("keep"),
    /** Whether an e-mail address that exists already stands for the same person. */
    linkLogins: boolean("link_logins").notNull().default(false),
    fileName: text("file_name").notNull(),
    /** In UTF-8; emptied once its rows are imported. */
    file: bytes("file").notNull(),
    fileHash: text("file_hash").notNull().default(""),
    byteSize: integer("byte_size").notNull().default(0),
    encoding: text("encoding").notNull().default("UTF-8"),
    delimiter: text("delimiter").notNull().default(","),
    columns: jsonb("columns").$type<FileColumn[]>().notNull().default([]),
    /** By position of the column in the file, the field that it fills. */
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    state: text("state", {
      enum: ["uploaded", "checking", "checked", "queued", "running", "done", "failed", "cancelled"],
    })
      .notNull()
      .default("uploaded"),
    phase: text("phase").notNull().default(""),
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    outcome: jsonb("outcome").$type<Record<string, number>>(),
    problem: text("problem").notNull().default(""),
    createdBy: uuid("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    /** Who asked for the check or the import that is under way, and with whose reach it works. */
    startedBy: uuid("started_by"),
    startedByName: text("started_by_name").notNull().default(""),
    startedAt: moment("started_at"),
    /** When the work was last known to go on. */
    aliveAt: moment("alive_at"),
    tries: integer("tries").notNull().default(0),
    cancelAskedAt: moment("cancel_asked_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

/** What the check found for each row of a file, before anything is written. */
export const importRows = pgTable(
  "import_rows",
  {
    organisationId: organisationId(),
    runId: uuid("run_id").notNull(),
    /** The line of the file on which the row begins, counted from 1. */
    line: integer("line").notNull(),
    outcome: text("outcome", { enum: ["create", "update", "unchanged", "error"] }).notNull(),
    code: text("code").notNull().default(""),
    name: text("name").notNull().default(""),
    contact: text("contact").notNull().default(""),
    companyId: uuid("company_id"),
    problems: jsonb("problems").$type<RowProblem[]>(),
    notes: jsonb("notes").$type<string[]>(),
    changes: jsonb("changes").$type<RowChanges>(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.runId, table.line] }),
    index("import_rows_by_outcome").on(table.organisationId, table.runId, table.outcome, table.line),
    foreignKey({
      columns: [table.organisationId, table.runId],
      foreignColumns: [importRuns.organisationId, importRuns.id],
    }).onDelete("cascade"),
  ],
);
