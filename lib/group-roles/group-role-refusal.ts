import { Refusal, violatedConstraint } from "@/lib/platform/errors";

/** Turns what the database refused a group role for into words at the field; anything else is thrown on. */
export function groupRoleRefusal(code: string): (error: unknown) => never {
  return (error) => {
    if (violatedConstraint(error) !== "group_roles_code_unique") throw error;
    throw new Refusal("conflict", "Some entries need your attention.", {
      code: `Another group role has the code ${code}; capitals make no difference. Choose a different one.`,
    });
  };
}
