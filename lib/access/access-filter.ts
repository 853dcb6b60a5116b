import { z } from "zod";
import { idInput, lineInput } from "@/lib/platform/inputs";
import { permissionIds } from "./permissions";

/** How a permission may stand for a contact, to filter by. */
export const accessStandings = ["usable", "allowed", "without-effect", "not-allowed"] as const;
export type AccessStanding = (typeof accessStandings)[number];

/** How many companies a filter can name. */
export const MOST_COMPANIES = 500;

/** Which contacts of one kind of company are meant: those that all of it fits. */
export const accessFilterInput = z.object({
  q: lineInput(100),
  companyIds: z
    .array(idInput)
    .max(MOST_COMPANIES, { error: `Choose at most ${MOST_COMPANIES} companies.` })
    .default([]),
  permission: z.enum(permissionIds, { error: "Choose a permission." }).nullable().default(null),
  /** How `permission` stands for them; without a permission it means nothing. */
  standing: z.enum(accessStandings).default("usable"),
  /** With a login, without one, or both. */
  login: z.enum(["any", "some", "none"]).default("any"),
  /** Deactivated contacts are left out unless asked for. */
  deactivated: z.boolean().default(false),
});

export type AccessFilter = z.output<typeof accessFilterInput>;

/** The filter that leaves nobody out but the deactivated. */
export const everybody: AccessFilter = accessFilterInput.parse({});
