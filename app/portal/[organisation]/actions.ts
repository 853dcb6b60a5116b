"use server";

import { contactAction, publicAction } from "@/lib/auth/action";
import { enterAsContact, enterByActivation, leaveAsContact } from "@/lib/auth/contact-entry";
import { portalPath } from "@/lib/auth/next-path";
import { changeOwnPassword } from "@/lib/credentials/change-own-password";
import { continueActivation } from "@/lib/credentials/continue-activation";
import { endOwnContactSession } from "@/lib/credentials/end-own-session";
import {
  activateLoginInput,
  changeContactPasswordInput,
  endContactSessionInput,
  freshLinkInput,
  linkInput,
  requestByEmailInput,
  resetContactPasswordInput,
  signInContactInput,
  switchCompanyInput,
} from "@/lib/credentials/input";
import { requestFreshLink, requestWayIn } from "@/lib/credentials/request-way-in";
import { resetContactPassword } from "@/lib/credentials/reset-contact-password";
import { switchCompany } from "@/lib/credentials/switch-company";
import { dismissAnnouncement } from "@/lib/organisations/dismiss-announcement";
import { dismissInput } from "@/lib/organisations/portal-input";
import { noInput } from "@/lib/platform/inputs";

const hourly = (name: string, points: number) => ({ name, points, seconds: 3600 });
const byLink = "the link that was sent by e-mail is the right to do it";

export const dismissAnnouncementAction = contactAction({
  needs: "signedIn",
  input: dismissInput,
  run: dismissAnnouncement,
});

export const signInContactAction = publicAction({
  reason: "signing in comes before being known",
  limit: hourly("portal-sign-in", 600),
  input: signInContactInput,
  run: enterAsContact,
  then: ({ slug, mustChangePassword }, { next }) =>
    mustChangePassword ? `/portal/${slug}/change-password` : portalPath(slug, next),
});

export const requestContactResetAction = publicAction({
  reason: "whoever forgot a password cannot sign in",
  limit: hourly("portal-reset-request", 20),
  input: requestByEmailInput,
  run: requestWayIn,
  then: (_, { organisation }) => `/portal/${organisation}/forgot-password?sent=1`,
});

export const registerContactAction = publicAction({
  reason: "whoever registers has no login yet; the e-mail goes only to addresses that staff entered",
  limit: hourly("portal-register", 20),
  input: requestByEmailInput,
  run: requestWayIn,
  then: (_, { organisation }) => `/portal/${organisation}/register?sent=1`,
});

export const requestFreshLinkAction = publicAction({
  reason: "the holder of an old link cannot sign in; a fresh one goes to the same address only",
  limit: hourly("portal-fresh-link", 20),
  input: freshLinkInput,
  run: requestFreshLink,
  then: (_, { organisation, page, secret }) => `/portal/${organisation}/${page}/${secret}?sent=1`,
});

export const continueActivationAction = publicAction({
  reason: byLink,
  limit: hourly("portal-activation-opened", 120),
  input: linkInput,
  run: continueActivation,
  then: (_, { organisation, secret }) => `/portal/${organisation}/activate/${secret}?step=password`,
});

export const activateLoginAction = publicAction({
  reason: byLink,
  limit: hourly("portal-activation", 120),
  input: activateLoginInput,
  run: enterByActivation,
  then: (_, { organisation }) => `/portal/${organisation}?welcome=1`,
});

export const resetContactPasswordAction = publicAction({
  reason: byLink,
  limit: hourly("portal-reset", 120),
  input: resetContactPasswordInput,
  run: resetContactPassword,
  then: (_, { organisation }) => `/portal/${organisation}/login?reset=1`,
});

export const signOutContactAction = contactAction({
  needs: "changingPassword",
  input: noInput,
  run: leaveAsContact,
  then: ({ slug }) => `/portal/${slug}/login?signed-out=1`,
});

export const replaceTemporaryPasswordAction = contactAction({
  needs: "changingPassword",
  input: changeContactPasswordInput,
  runAlone: changeOwnPassword,
  then: ({ slug }) => `/portal/${slug}?welcome=1`,
});

export const changeContactPasswordAction = contactAction({
  needs: "signedIn",
  input: changeContactPasswordInput,
  runAlone: changeOwnPassword,
  then: ({ slug }) => `/portal/${slug}/account?changed=1`,
});

export const endContactSessionAction = contactAction({
  needs: "signedIn",
  input: endContactSessionInput,
  run: endOwnContactSession,
  then: ({ slug }) => `/portal/${slug}/account?ended=1`,
});

export const switchCompanyAction = contactAction({
  needs: "signedIn",
  input: switchCompanyInput,
  run: switchCompany,
  then: ({ slug }) => `/portal/${slug}`,
});
