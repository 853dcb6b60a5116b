import { z } from "zod";
import { emailInput, idInput } from "@/lib/platform/inputs";

/** What a staff user may be to a company: no longer anything, a member, or an administrator of it. */
export const assignStaffInput = z.object({
  companyId: idInput,
  email: emailInput,
  level: z.enum(["none", "member", "administrator"], {
    error: "Choose administrator, member, or no access.",
  }),
});

export type AssignStaffInput = z.output<typeof assignStaffInput>;
