import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { groupRoles, organisations, staffGroupRoles, staffRoles, staffUsers } from "@/db/schema";
import { runStatement } from "@/db/statement";
import { logoUrl } from "@/lib/organisations/queries";
import { findingStaff } from "./statements";

/** The staff user with this e-mail in the whole deployment, with what sign-in needs to know, or null. */
export async function findStaffByEmail(tx: Tx, email: string) {
  const [found] = await runStatement(tx, findingStaff(email));
  return found ?? null;
}

/** An active staff user with their organisation and every role, given directly or by an active group role; null when gone. */
export async function findActiveStaff(tx: Tx, staffId: string) {
  const direct = sql`SELECT ${staffRoles.role} FROM ${staffRoles} WHERE ${staffRoles.organisationId} = ${staffUsers.organisationId} AND ${staffRoles.staffId} = ${staffUsers.id}`;
  const grouped = sql`SELECT unnest(${groupRoles.roles}) FROM ${staffGroupRoles} JOIN ${groupRoles} ON ${groupRoles.organisationId} = ${staffGroupRoles.organisationId} AND ${groupRoles.id} = ${staffGroupRoles.groupRoleId} WHERE ${groupRoles.isActive} AND ${groupRoles.audience} = 'staff' AND ${staffGroupRoles.organisationId} = ${staffUsers.organisationId} AND ${staffGroupRoles.staffId} = ${staffUsers.id}`;
  const [found] = await tx
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      hasSecondFactor: sql<boolean>`${staffUsers.secondFactorSince} IS NOT NULL`,
      roles: sql<string[]>`ARRAY(${direct} UNION ${grouped})`,
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
        logoUrl,
        timeZone: organisations.timeZone,
        locale: organisations.locale,
        modules: organisations.modules,
        companyCreators: organisations.companyCreators,
        requiresSecondFactor: organisations.requiresSecondFactor,
        passwordMin: organisations.passwordMin,
        temporaryPasswordHours: organisations.temporaryPasswordHours,
      },
    })
    .from(staffUsers)
    .innerJoin(organisations, eq(organisations.id, staffUsers.organisationId))
    .where(and(eq(staffUsers.id, staffId), isNull(staffUsers.deactivatedAt)))
    // Asked by each request: by its name a connection plans it once.
    .prepare("active staff")
    .execute();
  return found ?? null;
}

/** An active staff user with what a change of password needs to know, or null. */
export async function findStaffPassword(tx: Tx, staffId: string) {
  const [found] = await tx
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      passwordHash: staffUsers.passwordHash,
      hasSecondFactor: sql<boolean>`${staffUsers.secondFactorSince} IS NOT NULL`,
      organisationName: organisations.name,
    })
    .from(staffUsers)
    .innerJoin(organisations, eq(organisations.id, staffUsers.organisationId))
    .where(and(eq(staffUsers.id, staffId), isNull(staffUsers.deactivatedAt)));
  return found ?? null;
}
