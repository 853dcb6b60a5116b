import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessRequests, groupRoles, staffGroupRoles, staffRoles, staffUsers } from "@/db/schema";

/** What a staff user asked last and what became of it, or null when they never asked. */
export async function findLastRequest(tx: Tx, staffId: string) {
  const [found] = await tx
    .select()
    .from(accessRequests)
    .where(eq(accessRequests.staffId, staffId))
    .orderBy(desc(accessRequests.createdAt))
    .limit(1);
  return found ?? null;
}

/** A request as administrators see it. */
export type OpenRequest = Awaited<ReturnType<typeof listOpenRequests>>[number];

/** Every request that nobody has answered, the longest waiting first. */
export function listOpenRequests(tx: Tx) {
  return tx
    .select({
      id: accessRequests.id,
      message: accessRequests.message,
      createdAt: accessRequests.createdAt,
      name: staffUsers.name,
      email: staffUsers.email,
    })
    .from(accessRequests)
    .innerJoin(
      staffUsers,
      and(
        eq(staffUsers.organisationId, accessRequests.organisationId),
        eq(staffUsers.id, accessRequests.staffId),
      ),
    )
    .where(and(isNull(accessRequests.outcome), isNull(staffUsers.deactivatedAt)))
    .orderBy(asc(accessRequests.createdAt))
    .limit(200);
}

/** How many requests wait for an answer. */
export async function countOpenRequests(tx: Tx): Promise<number> {
  const [found] = await tx
    .select({ count: count() })
    .from(accessRequests)
    .innerJoin(
      staffUsers,
      and(
        eq(staffUsers.organisationId, accessRequests.organisationId),
        eq(staffUsers.id, accessRequests.staffId),
      ),
    )
    .where(and(isNull(accessRequests.outcome), isNull(staffUsers.deactivatedAt)));
  return found?.count ?? 0;
}

/** The administrators who work here, by whom a request can be answered; at most twenty. */
export function listAdministrators(tx: Tx) {
  const direct = sql`EXISTS (SELECT FROM ${staffRoles} WHERE ${staffRoles.organisationId} = ${staffUsers.organisationId} AND ${staffRoles.staffId} = ${staffUsers.id} AND ${staffRoles.role} = 'administrator')`;
  const grouped = sql`EXISTS (SELECT FROM ${staffGroupRoles} JOIN ${groupRoles} ON ${groupRoles.organisationId} = ${staffGroupRoles.organisationId} AND ${groupRoles.id} = ${staffGroupRoles.groupRoleId} WHERE ${groupRoles.isActive} AND 'administrator' = ANY (${groupRoles.roles}) AND ${staffGroupRoles.organisationId} = ${staffUsers.organisationId} AND ${staffGroupRoles.staffId} = ${staffUsers.id})`;
  return tx
    .select({ id: staffUsers.id, name: staffUsers.name, email: staffUsers.email })
    .from(staffUsers)
    .where(and(isNull(staffUsers.deactivatedAt), sql`(${direct} OR ${grouped})`))
    .orderBy(asc(staffUsers.name))
    .limit(20);
}
