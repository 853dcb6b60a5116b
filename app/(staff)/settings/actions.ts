"use server";

import { staffAction } from "@/lib/auth/action";
import { sendTestMail, testMailInput } from "@/lib/mail/send-test-mail";
import { announce } from "@/lib/organisations/announce";
import { companyCreatorsInput } from "@/lib/organisations/company-creators-input";
import { mailSettingsInput } from "@/lib/organisations/mail-input";
import { modulesInput } from "@/lib/organisations/module-input";
import { announcementInput, portalInput } from "@/lib/organisations/portal-input";
import { removeLogo, setLogo } from "@/lib/organisations/set-logo";
import {
  logoInput,
  organisationInput,
  removeLogoInput,
  termsInput,
} from "@/lib/organisations/settings-input";
import { updateCompanyCreators } from "@/lib/organisations/update-company-creators";
import { updateMail } from "@/lib/organisations/update-mail";
import { updateModules } from "@/lib/organisations/update-modules";
import { updateOrganisation } from "@/lib/organisations/update-organisation";
import { updatePortal } from "@/lib/organisations/update-portal";
import { signInPolicyInput } from "@/lib/organisations/sign-in-input";
import { updateSignInPolicy } from "@/lib/organisations/update-sign-in-policy";
import { updateTerms } from "@/lib/organisations/update-terms";

export const updateOrganisationAction = staffAction({
  needs: "administerSettings",
  input: organisationInput,
  run: updateOrganisation,
  then: () => "/settings?saved=1",
});

export const setLogoAction = staffAction({
  needs: "administerSettings",
  input: logoInput,
  runAlone: setLogo,
  then: () => "/settings?saved=1",
});

export const removeLogoAction = staffAction({
  needs: "administerSettings",
  input: removeLogoInput,
  run: removeLogo,
  then: () => "/settings?saved=1",
});

export const updateModulesAction = staffAction({
  needs: "administerSettings",
  input: modulesInput,
  run: updateModules,
  then: () => "/settings/modules?saved=1",
});

export const updatePortalAction = staffAction({
  needs: "administerSettings",
  input: portalInput,
  run: updatePortal,
  then: (_, { audience }) => `/settings/${audience}-portal?saved=1`,
});

export const announceAction = staffAction({
  needs: "administerSettings",
  input: announcementInput,
  run: announce,
  then: (_, { audience }) => `/settings/${audience}-portal?saved=1`,
});

export const updateCompanyCreatorsAction = staffAction({
  needs: "administerSettings",
  input: companyCreatorsInput,
  run: updateCompanyCreators,
  then: () => "/settings?saved=1",
});

export const updateMailAction = staffAction({
  needs: "administerSettings",
  input: mailSettingsInput,
  run: updateMail,
  then: () => "/settings/mail?saved=1",
});

export const sendTestMailAction = staffAction({
  needs: "administerSettings",
  input: testMailInput,
  onlyReads: true,
  runAlone: sendTestMail,
});

export const updateSignInPolicyAction = staffAction({
  needs: "administerSettings",
  input: signInPolicyInput,
  run: updateSignInPolicy,
  then: () => "/settings/sign-in?saved=1",
});

export const updateTermsAction = staffAction({
  needs: "administerSettings",
  input: termsInput,
  run: updateTerms,
  then: () => "/settings/terms?saved=1",
});
