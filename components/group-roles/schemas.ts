import { createGroupRoleInput, updateGroupRoleInput } from "@/lib/group-roles/input";
import { createStaffGroupRoleInput, updateStaffGroupRoleInput } from "@/lib/staff/group-role-input";

/** What guards the forms of group roles, and the actions behind them. */
export const schemas = {
  contact: { create: createGroupRoleInput, update: updateGroupRoleInput },
  staff: { create: createStaffGroupRoleInput, update: updateStaffGroupRoleInput },
};
