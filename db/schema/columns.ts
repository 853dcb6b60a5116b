import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant column that stands first in every table's key, foreign keys and indexes. */
export const organisationId = () => uuid("organisation_id").notNull();

/** A moment in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When the row came to be, by the database's clock unless the application says otherwise. */
export const createdAt = () => moment("created_at").notNull().defaultNow();

/** Bytes as they are. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The transaction that did it; unlike its time, this tells whether a snapshot taken meanwhile could see it. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });
