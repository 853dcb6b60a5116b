import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organisationId } from "./columns";
import { companies } from "./companies";
import { staffUsers } from "./staff";

export const projectStatuses = ["planned", "active", "on-hold", "done"] as const;

/** What is done for a company; archived once it is over, never removed. */
export const projects = pgTable(
  "projects",
  {
    organisationId: organisationId(),
    id: uuid("id").notNull(),
    companyId: uuid("company_id").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    status: text("status", { enum: projectStatuses }).notNull().default("active"),
    archivedAt: moment("archived_at"),
    archivedBy: uuid("archived_by"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique("projects_of_company").on(table.organisationId, table.companyId, table.id),
    index("projects_by_name").on(table.organisationId, table.companyId, table.name, table.id),
    foreignKey({
      columns: [table.organisationId, table.companyId],
      foreignColumns: [companies.organisationId, companies.id],
    }),
  ],
);

/** Which staff user works on which project. The company stands here too, because whoever reaches it reaches its projects. */
export const projectMembers = pgTable(
  "project_members",
  {
    organisationId: organisationId(),
    projectId: uuid("project_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    companyId: uuid("company_id").notNull(),
    level: text("level", { enum: ["administrator", "member"] }).notNull(),
    addedBy: uuid("added_by"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.projectId, table.staffId] }),
    foreignKey({
      name: "project_members_project_exists",
      columns: [table.organisationId, table.companyId, table.projectId],
      foreignColumns: [projects.organisationId, projects.companyId, projects.id],
    }),
    foreignKey({
      columns: [table.organisationId, table.staffId],
      foreignColumns: [staffUsers.organisationId, staffUsers.id],
    }),
  ],
);
