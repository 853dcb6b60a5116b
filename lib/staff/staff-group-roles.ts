import { and, eq } from "drizzle-orm";
import { staffGroupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { createGroupRole } from "@/lib/group-roles/create-group-role";
import { deleteGroupRole } from "@/lib/group-roles/delete-group-role";
import type {
  CreateGroupRoleInput,
  DeleteGroupRoleInput,
  UpdateGroupRoleInput,
} from "@/lib/group-roles/input";
import { lockGroupRole } from "@/lib/group-roles/lock-group-role";
import { deactivateGroupRole, reactivateGroupRole } from "@/lib/group-roles/switch-group-role";
import { updateGroupRole } from "@/lib/group-roles/update-group-role";
import { changeRights, demandHolds, demandPerson, type StaffContext } from "./change-rights";
import type { StaffMemberInput } from "./group-role-input";
import { staffKind } from "./staff-kind";

type Which = { groupRoleId: string };

/** Has `work` change a group role for staff that gives nothing, before or after, which the actor lacks; by the rules of `changeRights`. */
function changing<T>(
  context: StaffContext,
  { groupRoleId }: Which,
  after: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  return changeRights(context, async (own) => {
    const stored = await lockGroupRole(context.tx, groupRoleId, "staff");
    demandHolds(own, [...stored.roles, ...after]);
    return work();
  });
}

/** Creates a group role for staff; nobody holds it yet. */
export const createStaffGroupRole = (context: StaffContext, input: CreateGroupRoleInput) =>
  changeRights(context, (own) => {
    demandHolds(own, input.roles);
    return createGroupRole(context, input, staffKind);
  });

/** Saves a group role for staff as edited, which binds its members at their next request. */
export const updateStaffGroupRole = (context: StaffContext, input: UpdateGroupRoleInput) =>
  changing(context, input, input.roles, () => updateGroupRole(context, input, staffKind));

/** Makes a group role for staff give nothing until it is reactivated; its members keep it. */
export const deactivateStaffGroupRole = (context: StaffContext, which: Which) =>
  changing(context, which, [], () => deactivateGroupRole(context, which, staffKind));

/** Makes a group role for staff give its members again what it holds. */
export const reactivateStaffGroupRole = (context: StaffContext, which: Which) =>
  changing(context, which, [], () => reactivateGroupRole(context, which, staffKind));

/** Deletes a group role for staff and takes it from everybody who holds it. */
export const deleteStaffGroupRole = (context: StaffContext, input: DeleteGroupRoleInput) =>
  changing(context, input, [], () => deleteGroupRole(context, input, staffKind));

/** Gives a colleague a group role, or takes it from them; changes nothing when it is so already. */
function turnMember(context: StaffContext, { groupRoleId, staffId }: StaffMemberInput, isMember: boolean) {
  const { tx, actor } = context;
  return changeRights(context, async (own) => {
    const groupRole = await lockGroupRole(tx, groupRoleId, "staff");
    demandHolds(own, groupRole.roles);
    const person = await demandPerson(tx, own, staffId);
    const done = { groupRoleId, staffId, name: person.name };
    if (person.groupRoles.some(({ id }) => id === groupRoleId) === isMember) return done;
    if (isMember)
      await tx.insert(staffGroupRoles).values({ organisationId: actor.organisationId, staffId, groupRoleId });
    else
      await tx
        .delete(staffGroupRoles)
        .where(and(eq(staffGroupRoles.staffId, staffId), eq(staffGroupRoles.groupRoleId, groupRoleId)));
    await record(tx, actor, {
      act: isMember ? "group-role.given" : "group-role.taken",
      subject: `${groupRole.name}, ${person.name}`,
      staffId,
      [isMember ? "after" : "before"]: { groupRole: groupRole.name, groupRoleId },
    });
    return done;
  });
}

/** Gives a colleague a group role, from their next request on. */
export const addStaffMember = (context: StaffContext, input: StaffMemberInput) =>
  turnMember(context, input, true);

/** Takes a group role from a colleague, from their next request on. */
export const removeStaffMember = (context: StaffContext, input: StaffMemberInput) =>
  turnMember(context, input, false);
