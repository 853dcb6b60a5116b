"use server";

import { staffAction } from "@/lib/auth/action";
import { createGroupRole } from "@/lib/group-roles/create-group-role";
import { deleteGroupRole } from "@/lib/group-roles/delete-group-role";
import {
  createGroupRoleInput,
  deleteGroupRoleInput,
  groupRoleInput,
  memberInput,
  updateGroupRoleInput,
} from "@/lib/group-roles/input";
import { addMember, removeMember } from "@/lib/group-roles/members";
import { deactivateGroupRole, reactivateGroupRole } from "@/lib/group-roles/switch-group-role";
import { updateGroupRole } from "@/lib/group-roles/update-group-role";

export const createGroupRoleAction = staffAction({
  needs: "administerAccess",
  input: createGroupRoleInput,
  run: createGroupRole,
  then: ({ groupRoleId }) => `/access/group-roles/${groupRoleId}`,
});

export const updateGroupRoleAction = staffAction({
  needs: "administerAccess",
  input: updateGroupRoleInput,
  run: updateGroupRole,
  then: ({ groupRoleId }) => `/access/group-roles/${groupRoleId}?saved=1`,
});

export const deactivateGroupRoleAction = staffAction({
  needs: "administerAccess",
  input: groupRoleInput,
  run: deactivateGroupRole,
});

export const reactivateGroupRoleAction = staffAction({
  needs: "administerAccess",
  input: groupRoleInput,
  run: reactivateGroupRole,
});

export const deleteGroupRoleAction = staffAction({
  needs: "administerAccess",
  input: deleteGroupRoleInput,
  run: deleteGroupRole,
  then: () => "/access/group-roles?deleted=1",
});

export const addMemberAction = staffAction({
  needs: "administerAccess",
  input: memberInput,
  run: addMember,
});

export const removeMemberAction = staffAction({
  needs: "administerAccess",
  input: memberInput,
  run: removeMember,
});
