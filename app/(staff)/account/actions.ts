"use server";

import { staffAction } from "@/lib/auth/action";
import { changeOwnPasswordInput, endOwnSessionInput } from "@/lib/staff/input";
import { endOwnStaffSession } from "@/lib/staff/end-own-session";
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
