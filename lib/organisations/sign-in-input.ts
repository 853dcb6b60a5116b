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

/** How long temporary passwords and links may be made to work, with the reason for either end. */
export const lifetimes = {
  temporaryPasswordHours: {
    unit: "hours",
    least: 1,
    most: 7 * 24,
    soonest: "nobody could pass it on and use it in less",
    latest: "staff know this password, and it should not stay in use for longer than a week",
  },
  activationLinkDays: {
    unit: "days",
    least: 1,
    most: 30,
    soonest: "an invitation that comes after work would be over before it is read",
    latest: "a link left in a mailbox lets in whoever finds it",
  },
  resetLinkHours: {
    unit: "hours",
    least: 1,
    most: 24,
    soonest: "slow mail servers take most of an hour",
    latest: "whoever asked for it is waiting, and anybody else who finds it gets into the account",
  },
} as const;

/** What is limited so. */
export type Lifetime = keyof typeof lifetimes;

function lifetimeInput(name: Lifetime) {
  const { unit, least, most, soonest, latest } = lifetimes[name];
  const one = unit.slice(0, -1);
  return z.coerce
    .number({ error: `Enter a number of ${unit}.` })
    .int({ error: `Enter whole ${unit}.` })
    .min(least, { error: `Use at least ${least} ${least === 1 ? one : unit}: ${soonest}.` })
    .max(most, { error: `Use at most ${most} ${unit}: ${latest}.` });
}

/** Limits of sessions in minutes, null for those of the environment, the least length of a password that somebody chooses, and how long what is issued works. */
export const signInPolicyInput = z.object({
  version: versionInput,
  passwordMin: z.coerce
    .number({ error: "Enter a number of characters." })
    .int({ error: "Enter a whole number." })
    .min(PASSWORD_MIN, {
      error: `Use at least ${PASSWORD_MIN}: shorter ones are too weak where a password is the only factor.`,
    })
    .max(PASSWORD_MIN_MOST, { error: `Use at most ${PASSWORD_MIN_MOST}.` }),
  temporaryPasswordHours: lifetimeInput("temporaryPasswordHours"),
  activationLinkDays: lifetimeInput("activationLinkDays"),
  resetLinkHours: lifetimeInput("resetLinkHours"),
  staffIdleMinutes: minutesInput,
  staffSessionMinutes: minutesInput,
  contactIdleMinutes: minutesInput,
  contactSessionMinutes: minutesInput,
});
