import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, organisationId } from "./columns";
import { organisations } from "./organisations";
import { staffUsers } from "./staff";

/**
 * What an organisation has made of an e-mail template, the highest version of each being the one in use. One that was reset has no
 * words of its own: the built-in template is in use again.
 */
export const templateVersions = pgTable(
  "template_versions",
  {
    organisationId: organisationId().references(() => organisations.id),
    template: text("template").notNull(),
    version: integer("version").notNull(),
    act: text("act", { enum: ["saved", "restored", "reset"] }).notNull(),
    /** The version that was restored. */
    restoredFrom: integer("restored_from"),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    savedBy: uuid("saved_by").notNull(),
    savedByName: text("saved_by_name").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.template, table.version] }),
    foreignKey({
      columns: [table.organisationId, table.savedBy],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
  ],
);
