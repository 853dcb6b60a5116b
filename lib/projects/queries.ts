import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { auditEvents, companies, projectMembers, projects, staffUsers } from "@/db/schema";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import { isId } from "@/lib/platform/ids";
import type { ProjectListQuery } from "./list-input";

/** Projects on one page of the list. */
export const PAGE_SIZE = 50;

const memberCount = sql<number>`(SELECT count(*)::int FROM ${projectMembers} WHERE ${projectMembers.organisationId} = ${projects.organisationId} AND ${projectMembers.projectId} = ${projects.id})`;

/** A project as a line of the list. */
export type ProjectRow = Awaited<ReturnType<typeof listProjects>>["rows"][number];

/** One page of a company's projects by name; archived ones only when asked for. */
export async function listProjects(tx: Tx, companyId: string, query: ProjectListQuery, size = PAGE_SIZE) {
  const cursor = readCursor(query.page);
  const { where, orderBy } = keyset({ by: projects.name, id: projects.id }, cursor);
  const rows = await tx
    .select({
      id: projects.id,
      name: projects.name,
      description: projects.description,
      status: projects.status,
      archivedAt: projects.archivedAt,
      updatedAt: projects.updatedAt,
      members: memberCount,
    })
    .from(projects)
    .where(
      and(
        eq(projects.companyId, companyId),
        query.archived ? undefined : isNull(projects.archivedAt),
        // One company's projects are few enough to be looked through.
        query.q
          ? sql`strpos(search_key(${projects.name}, ${projects.description}), ltrim(search_key(${query.q}))) > 0`
          : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(size + 1);
  return pageOf(rows, size, cursor, ({ name, id }) => ({ value: name, id })) satisfies Page<unknown>;
}

/** A project as its own page shows it. */
export type ProjectView = NonNullable<Awaited<ReturnType<typeof findProject>>>;

/** The project with this id, with its company and who archived it, or null when it cannot be seen. */
export async function findProject(tx: Tx, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({
      project: projects,
      company: { id: companies.id, kind: companies.kind, name: companies.name },
      archivedByName: staffUsers.name,
    })
    .from(projects)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, projects.organisationId), eq(companies.id, projects.companyId)),
    )
    .leftJoin(
      staffUsers,
      and(eq(staffUsers.organisationId, projects.organisationId), eq(staffUsers.id, projects.archivedBy)),
    )
    .where(eq(projects.id, id));
  return found ? { ...found.project, company: found.company, archivedByName: found.archivedByName } : null;
}

/** Who works on a project, administrators first. */
export function listProjectMembers(tx: Tx, projectId: string) {
  return tx
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      level: projectMembers.level,
      since: projectMembers.createdAt,
      deactivatedAt: staffUsers.deactivatedAt,
    })
    .from(projectMembers)
    .innerJoin(
      staffUsers,
      and(
        eq(staffUsers.organisationId, projectMembers.organisationId),
        eq(staffUsers.id, projectMembers.staffId),
      ),
    )
    .where(eq(projectMembers.projectId, projectId))
    .orderBy(asc(projectMembers.level), asc(staffUsers.name))
    .limit(200);
}

/** Who last saved the project, for a save that came too late. */
export async function findLastProjectSave(tx: Tx, companyId: string, name: string) {
  const [event] = await tx
    .select({ by: auditEvents.actorName })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.companyId, companyId),
        eq(auditEvents.act, "project.changed"),
        eq(auditEvents.subject, name),
      ),
    )
    .orderBy(sql`${auditEvents.at} DESC`)
    .limit(1);
  return event?.by ?? null;
}
