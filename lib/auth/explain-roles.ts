import type { StaffReach } from "@/db/actor";
import { staffNeeds, type StaffNeed } from "./needs";

/** Where somebody has a role from: it was given to them, or an active group role gives it. */
export type RoleSource = { role: string; from: "directly" | { groupRole: string } };

/** What somebody may do with one kind of page and act: with which reach, and by which roles; none of those when it takes no role. */
export type MayDo = { need: StaffNeed; reach: StaffReach | null; by: RoleSource[] };

type Held = {
  roles: readonly string[];
  groupRoles: readonly { name: string; isActive: boolean; roles: readonly string[] }[];
};

function sourceOf(role: string, { roles, groupRoles }: Held): RoleSource | null {
  if (roles.includes(role)) return { role, from: "directly" };
  const giver = groupRoles.find((group) => group.isActive && group.roles.includes(role));
  return giver ? { role, from: { groupRole: giver.name } } : null;
}

/** What somebody who holds these roles may do, need by need: the widest way that they meet, and where its roles come from. */
export function explainRoles(held: Held): MayDo[] {
  return (Object.keys(staffNeeds) as StaffNeed[]).map((need) => {
    for (const { roles, reach } of staffNeeds[need]) {
      const sources = roles.map((role) => sourceOf(role, held));
      const by = sources.filter((source) => source !== null);
      if (by.length === roles.length) return { need, reach, by };
    }
    return { need, reach: null, by: [] };
  });
}
