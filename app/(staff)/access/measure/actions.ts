"use server";

import { coveredBy } from "@/lib/access/coverage";
import { measureOperation } from "@/lib/access/measure-operation";
import { coverageInput, measureInput } from "@/lib/access/operations";
import { staffAction } from "@/lib/auth/action";

export const measureOperationAction = staffAction({
  needs: "administerAccess",
  input: measureInput,
  onlyReads: true,
  run: measureOperation,
});

export const coverageAction = staffAction({
  needs: "administerAccess",
  input: coverageInput,
  onlyReads: true,
  run: coveredBy,
});
