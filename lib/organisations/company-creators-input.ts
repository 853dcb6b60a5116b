import { z } from "zod";
import { versionInput } from "@/lib/platform/inputs";

/** Who of the staff may create companies, in the words of the form. */
export const companyCreatorOptions = [
  {
    value: "everyone",
    label: "Everyone",
    help: "Also staff without a role, who then administer what they created.",
  },
  {
    value: "editors",
    label: "Those who edit all companies",
    help: "administrator, superuser, and companyView with companyEdit.",
  },
  { value: "administrators", label: "Administrators only", help: "administrator and superuser." },
] as const;

export const companyCreatorsInput = z.object({
  version: versionInput,
  companyCreators: z.enum(["everyone", "editors", "administrators"], { error: "Choose from the list." }),
});
