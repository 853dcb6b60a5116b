import type { z } from "zod";
import { groupRoleInput, groupRoleInputs } from "@/lib/group-roles/input";
import { idInput } from "@/lib/platform/inputs";
import { staffRoleIds } from "./roles";

const forStaff = groupRoleInputs(staffRoleIds, "roles");

export const createStaffGroupRoleInput = forStaff.create;
export const updateStaffGroupRoleInput = forStaff.update;
export const staffMemberInput = groupRoleInput.extend({ staffId: idInput });

export type StaffMemberInput = z.output<typeof staffMemberInput>;
