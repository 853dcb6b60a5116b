"use server";

import { staffAction } from "@/lib/auth/action";
import { deleteGroupRoleInput, groupRoleInput } from "@/lib/group-roles/input";
import {
  createStaffGroupRoleInput,
  staffMemberInput,
  updateStaffGroupRoleInput,
} from "@/lib/staff/group-role-input";
import {
  addStaffMember,
  createStaffGroupRole,
  deactivateStaffGroupRole,
  deleteStaffGroupRole,
  reactivateStaffGroupRole,
  removeStaffMember,
  updateStaffGroupRole,
} from "@/lib/staff/staff-group-roles";

export const createStaffGroupRoleAction = staffAction({
  needs: "administerStaff",
  input: createStaffGroupRoleInput,
  run: createStaffGroupRole,
  then: ({ groupRoleId }) => `/staff/group-roles/${groupRoleId}`,
});

export const updateStaffGroupRoleAction = staffAction({
  needs: "administerStaff",
  input: updateStaffGroupRoleInput,
  run: updateStaffGroupRole,
  then: ({ groupRoleId }) => `/staff/group-roles/${groupRoleId}?saved=1`,
});

export const deactivateStaffGroupRoleAction = staffAction({
  needs: "administerStaff",
  input: groupRoleInput,
  run: deactivateStaffGroupRole,
});

export const reactivateStaffGroupRoleAction = staffAction({
  needs: "administerStaff",
  input: groupRoleInput,
  run: reactivateStaffGroupRole,
});

export const deleteStaffGroupRoleAction = staffAction({
  needs: "administerStaff",
  input: deleteGroupRoleInput,
  run: deleteStaffGroupRole,
  then: () => "/staff/group-roles?deleted=1",
});

export const addStaffMemberAction = staffAction({
  needs: "administerStaff",
  input: staffMemberInput,
  run: addStaffMember,
});

export const removeStaffMemberAction = staffAction({
  needs: "administerStaff",
  input: staffMemberInput,
  run: removeStaffMember,
});
