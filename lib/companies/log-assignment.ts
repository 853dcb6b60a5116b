import type { StaffActor } from "@/db/actor";
import type { AssignStaffInput } from "./assign-input";

const acts: Record<AssignStaffInput["level"], string> = {
  none: "took the access of a colleague away",
  member: "granted a colleague access as member",
  administrator: "granted a colleague access as administrator",
};

/**
 * What a company's activity log says of a colleague who was granted access, or whose access was taken away. It does not name them: to staff
 * of limited reach, who read it too, no colleague is shown. The audit trail does.
 */
export const assignmentMessage = ({ name }: StaffActor, level: AssignStaffInput["level"]): string =>
  `${name} ${acts[level]}`;
