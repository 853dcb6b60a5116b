import type { Prepared } from "@/bin/lib/prepared.mjs";

/** What the set-up of a run hands to its workers. */
export type Ground = { url: string; superuserUrl: string; demo: Prepared["demo"] };

/** The passwords of the demo in end-to-end tests. */
export const demoPasswords = { staff: "amber-kettle-drifts-42", customer: "quiet-harbour-lantern-7" };

/** The environment of a server, or of a command, that works on this database. */
export function serverEnvironment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "for end-to-end tests only, and long enough",
    DEMO_STAFF_PASSWORD: demoPasswords.staff,
    DEMO_CUSTOMER_PASSWORD: demoPasswords.customer,
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
  };
}

/** What the set-up of this run prepared. */
export function ground(): Ground {
  const told = process.env.PORTICO_E2E;
  if (!told) throw new Error("The end-to-end tests run with `npm run e2e`.");
  return JSON.parse(told) as Ground;
}
