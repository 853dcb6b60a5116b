import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { countEffects } from "./count-effects";
import type { DeleteGroupRoleInput } from "./input";
import { lockGroupRole } from "./lock-group-role";
import { countMembers } from "./queries";

/** What deleting a group role would reach: everybody who holds it, and those of them who are then no longer allowed something. */
export async function reachOfDeletion(tx: Tx, groupRole: { id: string; isActive: boolean; roles: string[] }) {
  const { losing } = await countEffects(tx, groupRole, { isActive: false, roles: [] });
  return { members: await countMembers(tx, groupRole.id), losing };
}

/** Deletes a group role and takes it from everybody who holds it; refused when that reaches others than the question said. */
export async function deleteGroupRole(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { groupRoleId, members, losing }: DeleteGroupRoleInput,
): Promise<{ name: string }> {
  const stored = await lockGroupRole(tx, groupRoleId);
  const reach = await reachOfDeletion(tx, stored);
  if (reach.members !== members || reach.losing !== losing) throw changed(stored.name, reach);
  await tx.delete(contactGroupRoles).where(eq(contactGroupRoles.groupRoleId, groupRoleId));
  await tx.delete(groupRoles).where(eq(groupRoles.id, groupRoleId));
  const { code, name, description, isActive, roles } = stored;
  await record(tx, actor, {
    act: "group-role.deleted",
    subject: name,
    before: { groupRoleId, code, name, description, isActive, roles, ...reach },
  });
  return { name };
}

function changed(name: string, { members, losing }: { members: number; losing: number }): Refusal {
  return new Refusal(
    "stale",
    `Something changed since you were asked: ${name} now has ${members} ${members === 1 ? "member" : "members"}, of whom ${losing} would lose something. Nothing was deleted. Reload the page and decide again.`,
    undefined,
    { members, losing },
  );
}
