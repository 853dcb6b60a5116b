"use server";

import { staffAction } from "@/lib/auth/action";
import { cancelImport, removeImport } from "@/lib/imports/cancel-import";
import { checkImport } from "@/lib/imports/check-import";
import { checkImportInput, importIdInput } from "@/lib/imports/input";
import { startImport } from "@/lib/imports/start-import";

export const checkImportAction = staffAction({
  needs: "importCompanies",
  input: checkImportInput,
  run: checkImport,
  then: ({ id }) => `/imports/${id}`,
});

export const startImportAction = staffAction({
  needs: "importCompanies",
  input: importIdInput,
  run: startImport,
  then: ({ id }) => `/imports/${id}`,
});

export const cancelImportAction = staffAction({
  needs: "importCompanies",
  input: importIdInput,
  run: cancelImport,
  then: ({ id }) => `/imports/${id}`,
});

export const removeImportAction = staffAction({
  needs: "importCompanies",
  input: importIdInput,
  run: removeImport,
  then: () => "/imports",
});
