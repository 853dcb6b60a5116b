import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import type { CompanyKind } from "./input";

const attention = "Some entries need your attention.";

/** Turns what the database refused a company for into words at the field; anything else is thrown on. */
export function companyRefusal(kind: CompanyKind, code: string): (error: unknown) => never {
  return (error) => {
    switch (violatedConstraint(error)) {
      case "companies_code_unique":
        throw new Refusal("conflict", attention, {
          code: `Another ${kind} has the ID ${code}. Choose a different one, or leave it empty to get the next free one.`,
        });
      case "companies_no_cycle":
        throw new Refusal("conflict", attention, {
          parentId: "The parent company is this company itself or one of its own sites. Choose another one.",
        });
      default:
        throw error;
    }
  };
}
