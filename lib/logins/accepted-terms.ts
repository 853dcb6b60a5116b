import { sql } from "drizzle-orm";
import { logins } from "@/db/schema";
import { clock } from "@/lib/platform/clock";

type Accepted = { termsAcceptedAt: Date | null; termsVersion: number | null };

/** Whether a login has accepted the terms that are in force; those accepted before there were versions are version 0. */
export const hasAccepted = (
  { termsAcceptedAt, termsVersion }: Accepted,
  organisation: { termsVersion: number },
): boolean => termsAcceptedAt !== null && (termsVersion ?? 0) >= organisation.termsVersion;

/** The columns that note that version `shown` of the terms was read and accepted, unless that or a later one was before. */
export function accepting(shown: number) {
  const version = sql`least(${shown}::int, (SELECT terms_version FROM organisations WHERE id = app_organisation()))`;
  const isNew = sql`(${logins.termsAcceptedAt} IS NULL OR coalesce(${logins.termsVersion}, 0) < ${version})`;
  return {
    termsAcceptedAt: sql`CASE WHEN ${isNew} THEN ${clock.now()} ELSE ${logins.termsAcceptedAt} END`,
    termsVersion: sql`CASE WHEN ${isNew} THEN ${version} ELSE ${logins.termsVersion} END`,
  };
}
