import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, organisationId } from "./columns";
import { organisations } from "./organisations";

/** Something in the audit trail that is not as it was sealed. */
export type AuditFinding = {
  kind: "edited" | "removed" | "inserted" | "gap" | "backdated" | "shortened" | "head" | "elsewhere" | "key";
  /** The place in the chain, and the last one of several. */
  position?: number;
  upTo?: number;
  eventId?: string;
  /** When the event says that it happened, and when the database took it in; as ISO 8601. */
  at?: string;
  recordedAt?: string;
};

/** Each time that a chain was gone through: who asked, how far it is, and what was found. */
export const auditVerifications = pgTable(
  "audit_verifications",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    askedBy: uuid("asked_by"),
    askedByName: text("asked_by_name").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** Null until the end. */
    outcome: text("outcome", { enum: ["intact", "broken"] }),
    checked: bigint("checked", { mode: "number" }).notNull().default(0),
    total: bigint("total", { mode: "number" }).notNull().default(0),
    headPosition: bigint("head_position", { mode: "number" }),
    headHash: text("head_hash"),
    /** The first of them; `findingCount` says how many there are. */
    findings: jsonb("findings").$type<AuditFinding[]>().notNull().default([]),
    findingCount: integer("finding_count").notNull().default(0),
    aliveAt: moment("alive_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("audit_verifications_latest").on(table.organisationId, table.askedAt),
  ],
);
