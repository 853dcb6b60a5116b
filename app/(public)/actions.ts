"use server";

import { publicAction, staffAction } from "@/lib/auth/action";
import { enterAsStaff, enterByCode, enterByInvitation, leaveAsStaff } from "@/lib/auth/staff-entry";
import { nextPath } from "@/lib/auth/next-path";
import { noInput } from "@/lib/platform/inputs";
import { setUpInput } from "@/lib/organisations/input";
import { setUp } from "@/lib/organisations/set-up";
import { continueStaffActivation } from "@/lib/staff/activate-staff";
import { requestFreshStaffLink } from "@/lib/staff/fresh-staff-link";
import {
  activateStaffInput,
  passCodeInput,
  requestStaffResetInput,
  resetStaffPasswordInput,
  signInStaffInput,
  staffLinkInput,
} from "@/lib/staff/input";
import { requestStaffReset } from "@/lib/staff/request-staff-reset";
import { resetStaffPassword } from "@/lib/staff/set-staff-password";

const hourly = (name: string, points: number) => ({ name, points, seconds: 3600 });

export const signInStaffAction = publicAction({
  reason: "signing in comes before being known",
  limit: hourly("staff-sign-in", 600),
  input: signInStaffInput,
  run: enterAsStaff,
  then: ({ needsCode }, { next }) =>
    needsCode ? `/login/code?next=${encodeURIComponent(next ?? "")}` : nextPath(next, "/customers"),
});

export const passCodeAction = publicAction({
  reason: "the code is the second step of signing in",
  limit: hourly("staff-code", 300),
  input: passCodeInput,
  run: enterByCode,
  then: (_, { next }) => nextPath(next, "/customers"),
});

export const signOutStaffAction = staffAction({
  needs: "secureAccount",
  input: noInput,
  run: leaveAsStaff,
  then: () => "/login?signed-out=1",
});

export const requestStaffResetAction = publicAction({
  reason: "whoever forgot a password cannot sign in",
  limit: hourly("staff-reset-request", 20),
  input: requestStaffResetInput,
  run: requestStaffReset,
  then: () => "/forgot-password?sent=1",
});

export const resetStaffPasswordAction = publicAction({
  reason: "the link that was sent by e-mail is the right to set the password",
  limit: hourly("staff-reset", 60),
  input: resetStaffPasswordInput,
  run: resetStaffPassword,
  then: () => "/login?reset=1",
});

export const setUpAction = publicAction({
  reason: "on a bare database nobody can be known; the printed token is the right",
  limit: hourly("set-up", 60),
  input: setUpInput,
  run: setUp,
  then: () => "/login?set-up=1",
});

const BY_LINK = "the link that was sent by e-mail is the right to take up the invitation";

export const continueStaffActivationAction = publicAction({
  reason: BY_LINK,
  limit: hourly("staff-activation", 120),
  input: staffLinkInput,
  run: continueStaffActivation,
  then: (_, { secret }) => `/activate/${secret}?step=password`,
});

export const activateStaffAction = publicAction({
  reason: BY_LINK,
  limit: hourly("staff-activation", 120),
  input: activateStaffInput,
  run: enterByInvitation,
  then: () => "/customers",
});

export const requestFreshStaffLinkAction = publicAction({
  reason: "whoever holds an old link cannot sign in; a fresh one goes to the same address only",
  limit: hourly("staff-fresh-link", 20),
  input: staffLinkInput,
  run: requestFreshStaffLink,
  then: (_, { secret }) => `/activate/${secret}?sent=1`,
});
