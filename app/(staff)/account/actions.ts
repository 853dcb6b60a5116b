"use server";

import { staffAction } from "@/lib/auth/action";
import {
  changeOwnPasswordInput,
  codeInput,
  currentPasswordInput,
  endOwnSessionInput,
  removeSecondFactorInput,
} from "@/lib/staff/input";
import { endOwnStaffSession } from "@/lib/staff/end-own-session";
import { issueRecoveryCodes, removeOwnSecondFactor, startSecondFactor } from "@/lib/staff/own-second-factor";
import { changeStaffPassword } from "@/lib/staff/set-staff-password";

export const changeStaffPasswordAction = staffAction({
  needs: "ownAccount",
  input: changeOwnPasswordInput,
  runAlone: changeStaffPassword,
  then: () => "/account?changed=1",
});

export const endOwnStaffSessionAction = staffAction({
  needs: "ownAccount",
  input: endOwnSessionInput,
  run: endOwnStaffSession,
  then: () => "/account?ended=1",
});

export const startSecondFactorAction = staffAction({
  needs: "secureAccount",
  input: currentPasswordInput,
  runAlone: startSecondFactor,
  then: () => "/account/second-factor",
});

export const issueRecoveryCodesAction = staffAction({
  needs: "secureAccount",
  input: codeInput,
  runAlone: issueRecoveryCodes,
});

export const removeOwnSecondFactorAction = staffAction({
  needs: "secureAccount",
  input: removeSecondFactorInput,
  runAlone: removeOwnSecondFactor,
  then: () => "/account/second-factor?removed=1",
});
