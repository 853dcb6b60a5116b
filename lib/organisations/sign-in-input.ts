import { z } from "zod";
import { PASSWORD_MIN } from "@/lib/passwords/limits";
import { versionInput } from "@/lib/platform/inputs";

/** The most that an organisation may ask of the length of a password. */
export const PASSWORD_MIN_MOST = 64;

// Shorter than this, nobody could read a page to its end.
const SHORTEST = 5;

// Empty lifts the limit; a request that says nothing of it does not.
const minutesInput = z.preprocess(
  (value) => (value === "" ? null : value),
  z.coerce
    .number({ error: "Enter a number of minutes, or leave it empty." })
    .int({ error: "Enter whole minutes." })
    .min(SHORTEST, { error: `Use at least ${SHORTEST} minutes.` })
    .max(525_600, { error: "Use fewer minutes." })
    .nullable(),
);

/** Limits of sessions in minutes, null for those of the environment, and the least length of a password that somebody chooses. */
export const signInPolicyInput = z.object({
  version: versionInput,
  passwordMin: z.coerce
    .number({ error: "Enter a number of characters." })
    .int({ error: "Enter a whole number." })
    .min(PASSWORD_MIN, {
      error: `Use at least ${PASSWORD_MIN}: shorter ones are too weak where a password is the only factor.`,
    })
    .max(PASSWORD_MIN_MOST, { error: `Use at most ${PASSWORD_MIN_MOST}.` }),
  staffIdleMinutes: minutesInput,
  staffSessionMinutes: minutesInput,
  contactIdleMinutes: minutesInput,
  contactSessionMinutes: minutesInput,
});
