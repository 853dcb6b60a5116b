import { z } from "zod";
import { parseInput } from "@/lib/auth/action-result";
import { foundOrganisation } from "@/lib/organisations/found-organisation";
import { foundOrganisationInput } from "@/lib/organisations/input";
import { createAdministrator, resetByOperator } from "@/lib/staff/by-operator";
import { administratorInput } from "@/lib/staff/input";
import { emailInput } from "@/lib/platform/inputs";
import type { Order } from "./run";

/** Founds an organisation and says what comes next. */
export async function createOrganisation({ values }: Order): Promise<boolean> {
  const input = parseInput(foundOrganisationInput, { ...values, timeZone: values["time-zone"] });
  await foundOrganisation(input);
  console.log(`“${input.name}” is founded. Its portal is at /portal/${input.slug}.`);
  console.log(
    `Next: npm run portico -- administrator create --organisation ${input.slug} --email … --name …`,
  );
  return true;
}

/** Adds an administrator and prints their link. */
export async function addAdministrator({ values }: Order): Promise<boolean> {
  const { name, link } = await createAdministrator(parseInput(administratorInput, values));
  console.log(
    `${name} is an administrator. This link, which works once and for seven days, lets them choose a password:`,
  );
  console.log(link);
  return true;
}

/** Prints a link for a new password. */
export async function resetStaff({ values }: Order): Promise<boolean> {
  const input = parseInput(z.object({ email: emailInput, promote: z.boolean().default(false) }), values);
  const { name, link, isAdministrator } = await resetByOperator(input);
  console.log(`This link, which works once and for an hour, lets ${name} choose a new password:`);
  console.log(link);
  if (!isAdministrator) console.log(`${name} is no administrator; --promote makes them one.`);
  return true;
}
