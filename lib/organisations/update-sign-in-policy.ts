import type { z } from "zod";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { savePart, type Context, type OrganisationRow, type Part } from "./save-part";
import type { signInPolicyInput } from "./sign-in-input";

type Limits = Pick<
  OrganisationRow,
  "staffIdleMinutes" | "staffSessionMinutes" | "contactIdleMinutes" | "contactSessionMinutes"
>;
type Values = Limits &
  Pick<OrganisationRow, "passwordMin" | "temporaryPasswordHours" | "activationLinkDays" | "resetLinkHours">;

/** What the Sign-in page keeps. */
export const signInPart: Part<Values> = {
  name: "signIn",
  act: "organisation.sign-in-changed",
  read: (row) => ({
    passwordMin: row.passwordMin,
    temporaryPasswordHours: row.temporaryPasswordHours,
    activationLinkDays: row.activationLinkDays,
    resetLinkHours: row.resetLinkHours,
    staffIdleMinutes: row.staffIdleMinutes,
    staffSessionMinutes: row.staffSessionMinutes,
    contactIdleMinutes: row.contactIdleMinutes,
    contactSessionMinutes: row.contactSessionMinutes,
  }),
  write: (values) => values,
};

/** The longest that whoever runs Portico allows, in minutes. */
export const longest = (): Record<keyof Limits, number> => ({
  staffIdleMinutes: env().STAFF_IDLE_MINUTES,
  staffSessionMinutes: env().STAFF_SESSION_MINUTES,
  contactIdleMinutes: env().CONTACT_IDLE_MINUTES,
  contactSessionMinutes: env().CONTACT_SESSION_MINUTES,
});

/**
 * Saves how long passwords must be, what is issued works and sessions may last. Open sessions are held to it with their next request; links
 * and temporary passwords that are out keep their time.
 */
export async function updateSignInPolicy(
  context: Context,
  { version, ...typed }: z.output<typeof signInPolicyInput>,
) {
  const most = longest();
  const fields: Record<string, string> = {};
  for (const [field, limit] of Object.entries(most) as [keyof Limits, number][])
    if ((typed[field] ?? 0) > limit)
      fields[field] = `Use at most ${limit} minutes: whoever runs Portico allows no more.`;
  if (Object.keys(fields).length > 0)
    throw new Refusal("invalid", "Some entries need your attention.", fields);
  return savePart<Values>(context, signInPart, version, typed);
}
