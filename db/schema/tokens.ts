import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { contacts } from "./contacts";
import { logins } from "./logins";
import { staffUsers } from "./staff";

export const tokenPurposes = ["activation", "contact-reset", "staff-reset", "staff-activation"] as const;

/** A right that is sent by e-mail and used once; its secrets are minted when the e-mail is rendered. */
export const tokens = pgTable(
  "tokens",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    purpose: text("purpose", { enum: tokenPurposes }).notNull(),
    loginId: uuid("login_id"),
    contactId: uuid("contact_id"),
    companyId: uuid("company_id"),
    staffId: uuid("staff_id"),
    /** The address the link went to; a fresh one goes nowhere else. */
    email: text("email").notNull(),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    expiresAt: moment("expires_at").notNull(),
    firstOpenedAt: moment("first_opened_at"),
    usedAt: moment("used_at"),
    endedAt: moment("ended_at"),
    endedReason: text("ended_reason", { enum: ["cancelled", "replaced"] }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // With the id, so that the newest is found without sorting: a plan that may not sort would read all tokens backwards for it.
    index("tokens_by_login").on(table.organisationId, table.loginId, table.purpose, table.id),
    index("tokens_open_activations")
      .on(table.organisationId, table.loginId)
      .where(sql`purpose = 'activation' and used_at is null and ended_at is null`),
    index("tokens_by_staff").on(table.organisationId, table.staffId),
    check("tokens_one_owner", sql`num_nonnulls(${table.staffId}, ${table.loginId}) = 1`),
    foreignKey({
      columns: [table.organisationId, table.loginId],
      foreignColumns: [logins.organisationId, logins.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.contactId],
      foreignColumns: [contacts.organisationId, contacts.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
  ],
);

/** The SHA-256 of each secret sent for a token; a retried e-mail carries a secret of its own, and each opens the same token. */
export const tokenSecrets = pgTable(
  "token_secrets",
  {
    organisationId: organisationId(),
    hash: text("hash").notNull(),
    tokenId: uuid("token_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.hash] }),
    index("token_secrets_hash").on(table.hash),
    index("token_secrets_by_token").on(table.organisationId, table.tokenId),
    foreignKey({
      columns: [table.organisationId, table.tokenId],
      foreignColumns: [tokens.organisationId, tokens.id],
    }).onDelete("cascade"),
  ],
);
