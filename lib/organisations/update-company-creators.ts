import type { z } from "zod";
import { companyCreatorOptions, type companyCreatorsInput } from "./company-creators-input";
import { savePart, type Context, type OrganisationRow, type Part } from "./save-part";

type Values = Pick<OrganisationRow, "companyCreators">;

/** What the Organisation page keeps of new companies. */
export const companyCreatorsPart: Part<Values> = {
  name: "companyCreators",
  act: "organisation.company-creators-changed",
  read: ({ companyCreators }) => ({ companyCreators }),
  write: (values) => values,
  words: {
    companyCreators: (chosen) => companyCreatorOptions.find(({ value }) => value === chosen)?.label ?? chosen,
  },
};

/** Lets only these of the staff create and import companies, from the next request on. */
export const updateCompanyCreators = (
  context: Context,
  { version, ...typed }: z.output<typeof companyCreatorsInput>,
) => savePart<Values>(context, companyCreatorsPart, version, typed);
