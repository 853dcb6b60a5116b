import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { contactKind } from "./contact-kind";
import type { DeleteGroupRoleInput } from "./input";
import type { GroupRoleKind } from "./kind";
import { lockGroupRole } from "./lock-group-role";

/** What deleting a group role would reach: everybody who holds it, and those of them who are then no longer allowed something. */
export async function reachOfDeletion(
  tx: Tx,
  groupRole: { id: string; isActive: boolean; roles: string[] },
  kind: GroupRoleKind = contactKind,
) {
  const { losing } = await kind.countEffects(tx, groupRole, { isActive: false, roles: [] });
  return { members: await kind.countMembers(tx, groupRole.id), losing };
}

/** Deletes a group role and takes it from everybody who holds it; refused when that reaches others than the question said. */
export async function deleteGroupRole(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { groupRoleId, members, losing }: DeleteGroupRoleInput,
  kind: GroupRoleKind = contactKind,
): Promise<{ name: string }> {
  const stored = await lockGroupRole(tx, groupRoleId, kind.audience);
  const reach = await reachOfDeletion(tx, stored, kind);
  if (reach.members !== members || reach.losing !== losing) throw changed(stored.name, reach);
  await kind.removeMembers(tx, groupRoleId);
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
