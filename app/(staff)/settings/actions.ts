"use server";

import { staffAction } from "@/lib/auth/action";
import { modulesInput } from "@/lib/organisations/module-input";
import { removeLogo, setLogo } from "@/lib/organisations/set-logo";
import {
  logoInput,
  organisationInput,
  removeLogoInput,
  termsInput,
} from "@/lib/organisations/settings-input";
import { updateModules } from "@/lib/organisations/update-modules";
import { updateOrganisation } from "@/lib/organisations/update-organisation";
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

export const updateTermsAction = staffAction({
  needs: "administerSettings",
  input: termsInput,
  run: updateTerms,
  then: () => "/settings/terms?saved=1",
});
