"use server";

import { declineRequest, grantRequest } from "@/lib/access-requests/answer-request";
import { declineRequestInput, grantRequestInput, requestAccessInput } from "@/lib/access-requests/input";
import { requestAccess } from "@/lib/access-requests/request-access";
import { staffAction } from "@/lib/auth/action";

export const requestAccessAction = staffAction({
  needs: "ownAccount",
  input: requestAccessInput,
  runAlone: requestAccess,
});

export const grantRequestAction = staffAction({
  needs: "answerRequests",
  input: grantRequestInput,
  run: grantRequest,
});

export const declineRequestAction = staffAction({
  needs: "answerRequests",
  input: declineRequestInput,
  run: declineRequest,
});
