import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffReach } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments, auditEvents, companies, staffUsers } from "@/db/schema";
import { isId } from "@/lib/platform/ids";
import { matchingIds } from "@/lib/search/matching-ids";
import type { CompanyKind } from "./input";

const parent = alias(companies, "parent");

/** A company as its own page shows it. */
export type CompanyView = NonNullable<Awaited<ReturnType<typeof findCompany>>>;

/** The customer or supplier with this id, with its parent and who set its status, or null when it cannot be seen. */
export async function findCompany(tx: Tx, kind: CompanyKind, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({
      company: companies,
      parent: { id: parent.id, code: parent.code, name: parent.name },
      statusChangedByName: staffUsers.name,
    })
    .from(companies)
    .leftJoin(
      parent,
      and(eq(parent.organisationId, companies.organisationId), eq(parent.id, companies.parentId)),
    )
    .leftJoin(
      staffUsers,
      and(
        eq(staffUsers.organisationId, companies.organisationId),
        eq(staffUsers.id, companies.statusChangedBy),
      ),
    )
    .where(and(eq(companies.id, id), eq(companies.kind, kind)));
  return found
    ? { ...found.company, parent: found.parent, statusChangedByName: found.statusChangedByName }
    : null;
}

/** Whether the company with this id is a customer or a supplier; null when it cannot be seen. */
export async function findCompanyKind(tx: Tx, id: string): Promise<CompanyKind | null> {
  const [found] = await tx.select({ kind: companies.kind }).from(companies).where(eq(companies.id, id));
  return found?.kind ?? null;
}

/** The name of the company with this id, or null when it cannot be seen. */
export async function findCompanyName(tx: Tx, id: string): Promise<string | null> {
  const [found] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id));
  return found?.name ?? null;
}

/** The company that carries this code, upper or lower case alike, or null when none can be seen. */
export async function findCompanyByCode(tx: Tx, kind: CompanyKind, code: string) {
  const [found] = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(
      and(
        inArray(companies.id, matchingIds(kind, code)),
        eq(companies.kind, kind),
        sql`lower(${companies.code}) = lower(${code})`,
      ),
    );
  return found ?? null;
}

/** The staff users who serve a company, administrators first; staff of limited reach see only themselves. */
export function listCompanyStaff(tx: Tx, companyId: string, limit = 200) {
  return tx
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      level: assignments.level,
      since: assignments.createdAt,
      deactivatedAt: staffUsers.deactivatedAt,
    })
    .from(assignments)
    .innerJoin(
      staffUsers,
      and(eq(staffUsers.organisationId, assignments.organisationId), eq(staffUsers.id, assignments.staffId)),
    )
    .where(eq(assignments.companyId, companyId))
    .orderBy(asc(assignments.level), asc(staffUsers.name))
    .limit(limit);
}

/** What a staff user is to a company that they were assigned to; null when they were not. */
export async function findAssignment(tx: Tx, staffId: string, companyId: string) {
  const [found] = await tx
    .select({ level: assignments.level })
    .from(assignments)
    .where(and(eq(assignments.staffId, staffId), eq(assignments.companyId, companyId)));
  return found?.level ?? null;
}

/** Whether this staff user is an administrator of the company, which lets them edit it whatever their roles. */
export const isAdministratorOf = async (tx: Tx, staffId: string, companyId: string): Promise<boolean> =>
  (await findAssignment(tx, staffId, companyId)) === "administrator";

/** Whether this staff user is an administrator of any company, or of any of those. */
export async function administersAny(tx: Tx, staffId: string, among?: string[]): Promise<boolean> {
  const theirs = and(eq(assignments.staffId, staffId), eq(assignments.level, "administrator"));
  const [found] = await tx
    .select({ id: assignments.companyId })
    .from(assignments)
    .where(among ? and(theirs, sql`${assignments.companyId} = ANY (${sql.param(among)}::uuid[])`) : theirs)
    .limit(1);
  return found !== undefined;
}

/** Who last saved the company and when, for a save that came too late; null when that is not on record. */
export async function findLastSave(tx: Tx, companyId: string) {
  const [event] = await tx
    .select({ by: auditEvents.actorName, at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.companyId, companyId), eq(auditEvents.act, "company.updated")))
    .orderBy(sql`${auditEvents.at} DESC`)
    .limit(1);
  return event ?? null;
}

/** Of these companies, those that are assigned to this staff user; with reach "administered", as their administrator. */
export async function listAssigned(
  tx: Tx,
  staffId: string,
  ids: string[],
  reach: Exclude<StaffReach, "all"> | null,
): Promise<string[]> {
  if (reach === null) return [];
  const rows = await tx
    .select({ id: assignments.companyId })
    .from(assignments)
    .where(
      and(
        eq(assignments.staffId, staffId),
        reach === "administered" ? eq(assignments.level, "administrator") : undefined,
        inArray(assignments.companyId, ids),
      ),
    );
  return rows.map(({ id }) => id);
}
