"use server";

import { staffAction } from "@/lib/auth/action";
import {
  cancelStaffActivation,
  deactivateStaff,
  endSessionsOfStaff,
  reactivateStaff,
  renameStaff,
  sendStaffActivation,
  sendStaffResetLink,
  unlockStaff,
} from "@/lib/staff/act-on-account";
import { changeStaffEmail } from "@/lib/staff/change-staff-email";
import { removeSecondFactorOf, requireSecondFactor } from "@/lib/staff/second-factor";
import {
  changeStaffEmailInput,
  inviteStaffInput,
  renameStaffInput,
  requireSecondFactorInput,
  setStaffRolesInput,
  staffInput,
} from "@/lib/staff/input";
import { inviteStaff } from "@/lib/staff/invite-staff";
import { setStaffRoles } from "@/lib/staff/set-staff-roles";

const page = (done: string) => (data: { staffId: string }) => `/staff/${data.staffId}?done=${done}`;

export const inviteStaffAction = staffAction({
  needs: "administerStaff",
  input: inviteStaffInput,
  run: inviteStaff,
  then: page("send-activation"),
});

export const setStaffRolesAction = staffAction({
  needs: "administerStaff",
  input: setStaffRolesInput,
  run: setStaffRoles,
  then: page("roles"),
});

export const changeStaffEmailAction = staffAction({
  needs: "administerStaff",
  input: changeStaffEmailInput,
  run: changeStaffEmail,
  then: page("email"),
});

export const renameStaffAction = staffAction({
  needs: "administerStaff",
  input: renameStaffInput,
  run: renameStaff,
  then: page("name"),
});

export const sendStaffActivationAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: sendStaffActivation,
  then: page("send-activation"),
});

export const cancelStaffActivationAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: cancelStaffActivation,
  then: page("cancel-activation"),
});

export const sendStaffResetLinkAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: sendStaffResetLink,
  then: page("send-reset-link"),
});

export const unlockStaffAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: unlockStaff,
  then: page("unlock"),
});

export const endSessionsOfStaffAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: endSessionsOfStaff,
  then: page("end-sessions"),
});

export const deactivateStaffAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: deactivateStaff,
  then: page("deactivate"),
});

export const reactivateStaffAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: reactivateStaff,
  then: page("reactivate"),
});

export const removeSecondFactorOfAction = staffAction({
  needs: "administerStaff",
  input: staffInput,
  run: removeSecondFactorOf,
  then: page("remove-second-factor"),
});

export const requireSecondFactorAction = staffAction({
  needs: "demandSecondFactor",
  input: requireSecondFactorInput,
  run: requireSecondFactor,
  then: () => "/staff",
});
