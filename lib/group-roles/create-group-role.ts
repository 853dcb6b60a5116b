import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { newId } from "@/lib/platform/ids";
import { groupRoleRefusal } from "./group-role-refusal";
import type { CreateGroupRoleInput } from "./input";

/** Creates a group role for contacts; nobody holds it yet. */
export async function createGroupRole(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  input: CreateGroupRoleInput,
): Promise<{ groupRoleId: string; name: string }> {
  const groupRoleId = newId();
  const { organisationId } = actor;
  await tx
    .insert(groupRoles)
    .values({ ...input, organisationId, id: groupRoleId, audience: "contact", changedByName: actor.name })
    .catch(groupRoleRefusal(input.code));
  await record(tx, actor, {
    act: "group-role.created",
    subject: input.name,
    after: { groupRoleId, ...input },
  });
  return { groupRoleId, name: input.name };
}
