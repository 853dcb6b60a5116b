import { bigint, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, moment, organisationId } from "./columns";
import { organisations } from "./organisations";

/**
 * Audit events that are written but not yet in the chain; kept by a trigger, so that whoever writes an event waits for nobody. An event
 * that commits late comes into the chain late, and not at all by another way.
 */
export const auditUnsealed = pgTable(
  "audit_unsealed",
  {
    organisationId: organisationId(),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
    eventId: uuid("event_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.recordedAt, table.eventId] })],
);

/** The audit events in the order in which they were sealed, each with a hash over the one before it and its own content. */
export const auditChain = pgTable(
  "audit_chain",
  {
    organisationId: organisationId(),
    position: bigint("position", { mode: "number" }).notNull(),
    // No foreign key: a removed event is to be found missing.
    eventId: uuid("event_id").notNull(),
    /** When the database took the event in, whatever the event itself says. */
    recordedAt: moment("recorded_at").notNull(),
    sealedAt: moment("sealed_at").notNull(),
    keyId: text("key_id").notNull(),
    hash: bytes("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.position] }),
    unique("audit_chain_event").on(table.organisationId, table.eventId),
  ],
);

/** Where an organisation's chain ends, sealed by itself so that a shortened chain shows. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    organisationId: organisationId().references(() => organisations.id),
    position: bigint("position", { mode: "number" }).notNull(),
    hash: bytes("hash").notNull(),
    keyId: text("key_id").notNull(),
    seal: bytes("seal").notNull(),
    sealedAt: moment("sealed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId] })],
);
