import { and, count, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { groupRoles, staffGroupRoles, staffRoles, staffUsers } from "@/db/schema";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";
import type { StaffListQuery, StaffState } from "./list-input";
import { listPeople, type StaffPerson } from "./people";

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

const isCurrent = isNull(staffUsers.deactivatedAt);

const inState: Record<StaffState, SQL | undefined> = {
  invited: and(isCurrent, isNull(staffUsers.passwordHash)),
  active: and(isCurrent, isNotNull(staffUsers.passwordHash)),
  deactivated: isNotNull(staffUsers.deactivatedAt),
};

// The staff of an organisation are few enough to be read through.
const matches = (q: string) =>
  sql`strpos(lower(${staffUsers.name} || ' ' || ${staffUsers.email}), lower(${q})) > 0`;

const holds = (role: string) => sql`(
  EXISTS (SELECT FROM ${staffRoles} r WHERE r.organisation_id = ${staffUsers.organisationId} AND r.staff_id = ${staffUsers.id} AND r.role = ${role})
  OR EXISTS (SELECT FROM ${staffGroupRoles} m JOIN ${groupRoles} g ON g.organisation_id = m.organisation_id AND g.id = m.group_role_id
    WHERE m.organisation_id = ${staffUsers.organisationId} AND m.staff_id = ${staffUsers.id} AND g.is_active AND ${role} = ANY (g.roles)))`;

/** One page of the staff, by name, and how many there are; a cursor that leads nowhere gives the first page. */
export async function listStaff(
  tx: Tx,
  { q, state, role, page }: StaffListQuery,
  size = PAGE_SIZE,
): Promise<Page<StaffPerson> & { total: number }> {
  const within = and(
    state ? inState[state] : isCurrent,
    q ? matches(q) : undefined,
    role ? holds(role) : undefined,
  );
  const cursor = readCursor(page);
  const { where, orderBy } = keyset({ by: staffUsers.name, id: staffUsers.id }, cursor);
  const rows = await listPeople(tx, and(within, where), size + 1, orderBy);
  const [counted] = await tx.select({ total: count() }).from(staffUsers).where(within);
  const keyOf = ({ name, id }: StaffPerson) => ({ value: name, id });
  return { ...pageOf(rows, size, cursor, keyOf), total: counted?.total ?? 0 };
}
