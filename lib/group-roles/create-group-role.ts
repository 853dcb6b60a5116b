import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { newId } from "@/lib/platform/ids";
import { contactKind } from "./contact-kind";
import { groupRoleRefusal } from "./group-role-refusal";
import type { CreateGroupRoleInput } from "./input";
import type { GroupRoleKind } from "./kind";

/** Creates a group role; nobody holds it yet. */
export async function createGroupRole(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  input: CreateGroupRoleInput,
  { audience }: GroupRoleKind = contactKind,
): Promise<{ groupRoleId: string; name: string }> {
  const groupRoleId = newId();
  const { organisationId } = actor;
  await tx
    .insert(groupRoles)
    .values({ ...input, organisationId, id: groupRoleId, audience, changedByName: actor.name })
    .catch(groupRoleRefusal(input.code));
  await record(tx, actor, {
    act: "group-role.created",
    subject: input.name,
    after: { groupRoleId, ...input },
  });
  return { groupRoleId, name: input.name };
}
