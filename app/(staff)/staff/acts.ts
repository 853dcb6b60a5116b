import type { StaffAct } from "@/lib/staff/staff-state";
import {
  cancelStaffActivationAction,
  deactivateStaffAction,
  endSessionsOfStaffAction,
  reactivateStaffAction,
  removeSecondFactorOfAction,
  sendStaffActivationAction,
  sendStaffResetLinkAction,
  unlockStaffAction,
} from "./actions";

/** The action behind each act on a staff user's account. */
export const staffActions = {
  "send-activation": sendStaffActivationAction,
  "cancel-activation": cancelStaffActivationAction,
  "send-reset-link": sendStaffResetLinkAction,
  unlock: unlockStaffAction,
  "end-sessions": endSessionsOfStaffAction,
  "remove-second-factor": removeSecondFactorOfAction,
  deactivate: deactivateStaffAction,
  reactivate: reactivateStaffAction,
} satisfies Record<StaffAct, unknown>;
