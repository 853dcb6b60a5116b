"use server";

import { verifyAuditInput } from "@/lib/audit/input";
import { askVerification } from "@/lib/audit/verification";
import { staffAction } from "@/lib/auth/action";

export const verifyAuditAction = staffAction({
  needs: "verifyAudit",
  input: verifyAuditInput,
  run: askVerification,
  then: () => "/audit/chain",
});
