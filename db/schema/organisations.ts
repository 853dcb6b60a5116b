import { sql } from "drizzle-orm";
import { boolean, customType, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import type { companyKinds } from "./companies";

type Audience = (typeof companyKinds)[number];

/** What an organisation says on top of one of its portals; moments are ISO 8601, and an open end is null. */
export type Announcement = {
  id: string;
  text: string;
  level: "info" | "warn" | "bad";
  from: string | null;
  until: string | null;
};

/** Who saved a part of the settings last; `version` counts the saves. */
export type SettingsSave = { version: number; by: string; at: string };

/** Who of the staff may create companies. */
export const companyCreators = ["everyone", "editors", "administrators"] as const;

/** The tenant whose portal this is. */
export const organisations = pgTable("organisations", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  colour: text("colour").notNull().default("#2457a6"),
  /** The logo in organisation_logos; a new one has a new id, by which browsers know it from the old one. */
  logoId: uuid("logo_id"),
  timeZone: text("time_zone").notNull().default("UTC"),
  locale: text("locale").notNull().default("en-GB"),
  currency: text("currency").notNull().default("EUR"),
  modules: text("modules")
    .array()
    .notNull()
    .default(
      sql`ARRAY['customerPortal','supplierPortal','enquiries','quotations','orders','deliveries','invoices','issues','service','install']`,
    ),
  /** What of its portals the organisation hides, such as "customer.invoices". */
  hidden: text("hidden")
    .array()
    .notNull()
    .default(sql`ARRAY[]::text[]`),
  announcements: jsonb("announcements")
    .$type<Partial<Record<Audience, Announcement>>>()
    .notNull()
    .default({}),
  companyCreators: text("company_creators", { enum: companyCreators }).notNull().default("everyone"),
  /** The terms in force, which are version `termsVersion`; null and 0 for those that come with Portico. */
  terms: text("terms"),
  termsVersion: integer("terms_version").notNull().default(0),
  /** Whether staff who have no second factor must set one up before anything else. */
  requiresSecondFactor: boolean("requires_second_factor").notNull().default(false),
  passwordMin: integer("password_min").notNull().default(15),
  temporaryPasswordHours: integer("temporary_password_hours").notNull().default(72),
  activationLinkDays: integer("activation_link_days").notNull().default(7),
  resetLinkHours: integer("reset_link_hours").notNull().default(1),
  /** Null where the limits of the environment hold. */
  staffIdleMinutes: integer("staff_idle_minutes"),
  staffSessionMinutes: integer("staff_session_minutes"),
  contactIdleMinutes: integer("contact_idle_minutes"),
  contactSessionMinutes: integer("contact_session_minutes"),
  senderName: text("sender_name"),
  senderAddress: text("sender_address"),
  replyTo: text("reply_to"),
  /** The last save of each part of the settings. */
  saves: jsonb("saves").$type<Record<string, SettingsSave>>().notNull().default({}),
  createdAt: createdAt(),
});

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The logo of an organisation, as a PNG that Portico made of what was uploaded. */
export const organisationLogos = pgTable(
  "organisation_logos",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: uuid("id").notNull(),
    image: bytea("image").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.id] })],
);

/** Every text of the terms that people were asked to accept, by its version; only ever added to. */
export const termsVersions = pgTable(
  "terms_versions",
  {
    organisationId: organisationId().references(() => organisations.id),
    version: integer("version").notNull(),
    /** Null for the terms that come with Portico. */
    text: text("text"),
    madeByName: text("made_by_name").notNull(),
    madeAt: moment("made_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.version] })],
);
