"use server";

import { setServicesInput } from "@/lib/access/input";
import { setServices } from "@/lib/access/set-services";
import { staffAction } from "@/lib/auth/action";
import { assignStaffInput } from "@/lib/companies/assign-input";
import { assignMany } from "@/lib/companies/assign-many";
import { assignManyInput } from "@/lib/companies/assign-many-input";
import { assignStaff } from "@/lib/companies/assign-staff";
import { createCompany } from "@/lib/companies/create-company";
import { createCompanyInput, updateCompanyInput } from "@/lib/companies/input";
import { saveSettings } from "@/lib/companies/save-settings";
import { companySettingsInput } from "@/lib/companies/settings-input";
import { updateCompany } from "@/lib/companies/update-company";

export const createCompanyAction = staffAction({
  needs: "createCompanies",
  input: createCompanyInput,
  run: createCompany,
  then: ({ kind, id }) => `/${kind}s/${id}`,
});

export const updateCompanyAction = staffAction({
  needs: "editCompanies",
  input: updateCompanyInput,
  run: updateCompany,
  then: ({ kind, id }) => `/${kind}s/${id}`,
});

export const saveSettingsAction = staffAction({
  needs: "editCompanies",
  input: companySettingsInput,
  run: saveSettings,
  then: ({ kind, id }) => `/${kind}s/${id}`,
});

export const setServicesAction = staffAction({
  needs: "administerAccess",
  input: setServicesInput,
  run: setServices,
});

export const assignManyAction = staffAction({
  needs: "assignStaff",
  input: assignManyInput,
  runAlone: assignMany,
  onlyReads: ({ isSaved }) => !isSaved,
});

export const assignStaffAction = staffAction({
  needs: "assignStaff",
  input: assignStaffInput,
  runAlone: assignStaff,
});
