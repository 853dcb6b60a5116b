import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { contacts } from "./contacts";
import { organisations } from "./organisations";
import { tokens } from "./tokens";

/** In what way an invitation can be stuck. */
export type StuckKind = "failed" | "expired" | "opened" | "unopened" | "unsent";

/** How the contacts of a run were chosen: so many one by one, by the address of a grid, or for being stuck in one way. */
export type ActivationSelection = { chosen: number } | { filter: string } | { stuck: StuckKind };

/** The activation e-mail for many contacts at once: drawn up to be looked at, then sent by the worker, or called off. */
export const activationRuns = pgTable(
  "activation_runs",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    selection: jsonb("selection").$type<ActivationSelection>().notNull(),
    template: text("template").notNull(),
    state: text("state", { enum: ["draft", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("draft"),
    recipients: integer("recipients").notNull(),
    problem: text("problem").notNull().default(""),
    createdAt: createdAt(),
    createdBy: uuid("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

export const skipReasons = [
  "deactivated",
  "no-email",
  "closed",
  "active",
  "same-login",
  "gone",
  "cancelled",
] as const;

/** Whom a run is for, and what became of each: waiting, queued with its link, or skipped with the reason. */
export const activationRecipients = pgTable(
  "activation_recipients",
  {
    organisationId: organisationId(),
    runId: uuid("run_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    outcome: text("outcome", { enum: ["waiting", "queued", "skipped"] }).notNull(),
    reason: text("reason", { enum: skipReasons }),
    tokenId: uuid("token_id"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.runId, table.contactId] }),
    index("activation_recipients_by_outcome").on(
      table.organisationId,
      table.runId,
      table.outcome,
      table.contactId,
    ),
    index("activation_recipients_by_contact").on(table.organisationId, table.contactId),
    foreignKey({
      columns: [table.organisationId, table.runId],
      foreignColumns: [activationRuns.organisationId, activationRuns.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organisationId, table.tokenId],
      foreignColumns: [tokens.organisationId, tokens.id],
    }),
  ],
);
