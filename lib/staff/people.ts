import { and, eq, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/as-actor";
import { groupRoles, staffGroupRoles, staffRoles, staffUsers } from "@/db/schema";
import { credentialState, type CredentialState } from "@/lib/credentials/state";
import { clock } from "@/lib/platform/clock";
import { isId } from "@/lib/platform/ids";
import { listLocks } from "@/lib/throttle/attempts";
import { accountKey } from "@/lib/throttle/throttle";
import { newestInvitation } from "@/lib/tokens/newest-invitation";
import { fittingStaffActs, type StaffAct } from "./staff-state";

/** Names a staff account in the throttle, whether or not it exists. */
export const staffKey = (email: string): string => accountKey("staff", "", email);

/** A group role that a staff user holds, with what it gives while it is active. */
export type HeldGroupRole = { id: string; name: string; isActive: boolean; roles: string[] };

const direct = sql<string[]>`ARRAY(SELECT r.role FROM ${staffRoles} r
  WHERE r.organisation_id = ${staffUsers.organisationId} AND r.staff_id = ${staffUsers.id} ORDER BY r.role)`;

const held = sql<HeldGroupRole[]>`coalesce((
  SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'isActive', g.is_active, 'roles', g.roles) ORDER BY g.name, g.id)
  FROM ${staffGroupRoles} m JOIN ${groupRoles} g ON g.organisation_id = m.organisation_id AND g.id = m.group_role_id
  WHERE m.organisation_id = ${staffUsers.organisationId} AND m.staff_id = ${staffUsers.id}), '[]')`;

const deactivators = alias(staffUsers, "deactivators");

function rowsWhere(tx: Tx, where: SQL | undefined, limit: number, orderBy: SQL[]) {
  const invitation = newestInvitation(tx, {
    organisationId: staffUsers.organisationId,
    staffId: staffUsers.id,
  });
  return tx
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      hasPassword: sql<boolean>`${staffUsers.passwordHash} IS NOT NULL`,
      lastSignInAt: staffUsers.lastSignInAt,
      createdAt: staffUsers.createdAt,
      secondFactorSince: staffUsers.secondFactorSince,
      deactivatedAt: staffUsers.deactivatedAt,
      deactivatedBy: deactivators.name,
      roles: direct,
      groupRoles: held,
      tokenId: invitation.tokenId,
      expiresAt: invitation.expiresAt,
      usedAt: invitation.usedAt,
      endedReason: invitation.endedReason,
    })
    .from(staffUsers)
    .leftJoin(
      deactivators,
      and(
        eq(deactivators.organisationId, staffUsers.organisationId),
        eq(deactivators.id, staffUsers.deactivatedBy),
      ),
    )
    .leftJoinLateral(invitation, sql`true`)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

/** A staff user as the pages about staff show them: who they are, what they hold, and how their account stands. */
export type StaffPerson = Omit<Row, "tokenId" | "expiresAt" | "usedAt" | "endedReason"> & {
  /** Every role, given directly or by an active group role. */
  allRoles: string[];
  state: CredentialState;
  acts: readonly StaffAct[];
  /** The token of the invitation that is open, or was until it ran out. */
  invitationId: string | null;
};

/** Every role that somebody has: those given to them, and those of their active group roles. */
export function rolesOf({ roles, groupRoles: held }: Pick<Row, "roles" | "groupRoles">): string[] {
  return [...new Set([...roles, ...held.flatMap((group) => (group.isActive ? group.roles : []))])];
}

function personFrom(row: Row, locks: Awaited<ReturnType<typeof listLocks>>): StaffPerson {
  const { tokenId, expiresAt, usedAt, endedReason, ...person } = row;
  const facts = {
    ...{ email: row.email, deactivatedAt: row.deactivatedAt, hasPassword: row.hasPassword },
    ...{ isCompanyClosed: false, temporaryUntil: null, lock: locks.get(staffKey(row.email)) },
    invitation: expiresAt && { expiresAt, usedAt, endedReason },
  };
  const state = credentialState(facts, clock.now());
  const isInvited = state.kind === "invited" || state.kind === "invitation-expired";
  return {
    ...person,
    allRoles: rolesOf(row),
    state,
    acts: fittingStaffActs(state.kind, row.secondFactorSince !== null),
    invitationId: isInvited ? tokenId : null,
  };
}

/** The staff users that `where` takes, in the order asked for, at most `limit`. */
export async function listPeople(
  tx: Tx,
  where: SQL | undefined,
  limit: number,
  orderBy: SQL[] = [],
): Promise<StaffPerson[]> {
  const rows = await rowsWhere(tx, where, limit, orderBy);
  const locks = await listLocks(
    tx,
    rows.map((row) => staffKey(row.email)),
  );
  return rows.map((row) => personFrom(row, locks));
}

/** The staff user with this id, or null when there is none in this organisation. */
export async function findPerson(tx: Tx, staffId: string): Promise<StaffPerson | null> {
  if (!isId(staffId)) return null;
  const [found] = await listPeople(tx, eq(staffUsers.id, staffId), 1);
  return found ?? null;
}
