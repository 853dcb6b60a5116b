import { findPortal, type OrganisationView } from "@/lib/organisations/queries";
import { Refusal } from "@/lib/platform/errors";

/** The organisation whose portal is at this address; refuses an address that names none. */
export async function demandPortal(slug: string): Promise<OrganisationView> {
  const organisation = await findPortal(slug);
  if (!organisation)
    throw new Refusal("not-found", "There is no portal at this address. Check it and try again.");
  return organisation;
}
