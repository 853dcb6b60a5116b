import { z } from "zod";
import { chosenPasswordInput } from "@/lib/passwords/input";
import { emailInput, lineInput } from "@/lib/platform/inputs";
import { timeZoneInput } from "./choices-input";

/** The first part of a portal's address: /portal/{slug}. */
export const slugInput = z
  .string({ error: "Choose an address for the portal." })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, {
    error: "Use 2 to 40 lower-case letters, digits and hyphens, such as acme-foods.",
  });

export const setUpInput = z.object({
  token: z.string({ error: "Open the set-up address that was printed at start." }).min(1).max(200),
  organisationName: lineInput(120).pipe(z.string().min(1, { error: "Enter the name of your organisation." })),
  slug: slugInput,
  timeZone: timeZoneInput.default("UTC"),
  name: lineInput(120).pipe(z.string().min(1, { error: "Enter your name." })),
  email: emailInput,
  password: chosenPasswordInput,
});

/** What an operator founds an organisation with. */
export const foundOrganisationInput = z.object({
  name: setUpInput.shape.organisationName,
  slug: setUpInput.shape.slug,
  timeZone: setUpInput.shape.timeZone,
});
