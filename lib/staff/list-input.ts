import { oneOf, searchedWords, single, type SearchParams } from "@/lib/platform/address";
import { isStaffRole, type StaffRole } from "./roles";

/** How accounts can stand to filter by. Whether one is locked is known for those on the page only: locks are kept by hashed names. */
export const staffStates = ["invited", "active", "deactivated"] as const;
export type StaffState = (typeof staffStates)[number];

/** What the list of staff shows, as its address says it; without a state, everybody who is not deactivated. */
export type StaffListQuery = { q: string; state: StaffState | null; role: StaffRole | null; page?: string };

/** Reads the address of the list; whatever it does not know it leaves out. */
export function readStaffList(params: SearchParams): StaffListQuery {
  const role = single(params.role);
  return {
    q: searchedWords(params.q),
    state: oneOf(staffStates, params.state) ?? null,
    role: isStaffRole(role) ? role : null,
    page: single(params.page) || undefined,
  };
}

/** The parameters that say `query` in an address. */
export const staffListParams = ({ q, state, role, page }: StaffListQuery): Record<string, string> => ({
  ...(q && { q }),
  ...(state && { state }),
  ...(role && { role }),
  ...(page && { page }),
});

/** The address of the list that shows `query`. */
export function staffListHref(query: StaffListQuery): string {
  const params = new URLSearchParams(staffListParams(query));
  return params.size > 0 ? `/staff?${params}` : "/staff";
}
