import type { Tx } from "@/db/as-actor";
import type { MemberSuggestion } from "@/lib/group-roles/input";
import { readStaffList } from "./list-input";
import { listStaff } from "./list-staff";

const MOST = 12;

/** The first colleagues that `query` finds by name or e-mail address, with whether they hold the group role already. */
export async function suggestStaff(tx: Tx, groupRoleId: string, query: string): Promise<MemberSuggestion[]> {
  const { rows } = await listStaff(tx, readStaffList({ q: query }), MOST);
  return rows.map(({ id, name, email, groupRoles }) => ({
    ...{ id, name, detail: email },
    isMember: groupRoles.some((held) => held.id === groupRoleId),
  }));
}
