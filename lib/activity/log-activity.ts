import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import type { companyEvents } from "@/db/schema";
import { runStatement, statementFrom, type Statement } from "@/db/statement";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";

type Stored = typeof companyEvents.$inferSelect;

/** Something that a company's activity log is told; `details` never hold a secret. */
export type Activity = Pick<Stored, "companyId" | "level" | "source" | "message"> & {
  contactId?: string | null;
  details?: Record<string, string>;
};

/** The statement that logs an event if the company's log level lets it in at that moment; for what is sent at once. */
export const logging = ({ companyId, contactId, level, source, message, details }: Activity): Statement => ({
  name: "log activity",
  text: `
    INSERT INTO company_events (organisation_id, id, company_id, contact_id, at, level, source, message, details)
    SELECT organisation_id, $1, id, $3, $4, $5, $6, $7, $8::jsonb FROM companies
    WHERE organisation_id = app_organisation() AND id = $2 AND log_admits(log_level, $5)`,
  values: [
    ...[newId(), companyId, contactId ?? null, clock.now().toISOString()],
    ...[level, source, message, details ? JSON.stringify(details) : null],
  ],
});

/** Logs an event in the caller's transaction if the company's log level lets it in at that moment. */
export async function logActivity(tx: Tx, activity: Activity): Promise<void> {
  await runStatement(tx, logging(activity));
}

/** The statement that logs the same for every company that a login stands for; for the id of no login it logs nothing. */
export const loggingForLogin = (
  loginId: string,
  { level, source, message, details }: Omit<Activity, "companyId" | "contactId">,
): Statement => ({
  name: "log activity of login",
  text: `
    INSERT INTO company_events (organisation_id, id, company_id, contact_id, at, level, source, message, details)
    SELECT contact.organisation_id, gen_random_uuid(), contact.company_id, contact.id, $2, $3, $4, contact.name || ' ' || $5, $6::jsonb
    FROM contacts contact
    JOIN companies company ON company.organisation_id = contact.organisation_id AND company.id = contact.company_id
    WHERE contact.organisation_id = app_organisation() AND contact.login_id = $1 AND log_admits(company.log_level, $3)`,
  values: [
    ...[loginId, clock.now().toISOString(), level, source, message],
    details ? JSON.stringify(details) : null,
  ],
});

// What concerns more companies and contacts is found among the changes of access; a line for each would only drown the rest.
const MOST_CONCERNED = 1_000;

type Change = { changeId: number; companyCount: number; contactCount: number };

/**
 * Logs a change of access for the companies that it names, or whose contacts it names, unless they are very many. Its summary names the
 * first of them: where there are others, it stays out of their logs, whose readers may not know that company.
 */
export async function logAccessChange(tx: Tx, change: Change, actor: string, summary: string): Promise<void> {
  const { changeId, companyCount, contactCount } = change;
  const concerned = companyCount + contactCount;
  if (concerned === 0 || concerned > MOST_CONCERNED) return;
  const alone = `${actor} changed access: ${summary}`;
  const shared = `${actor} changed access here and at other companies`;
  const query = sql`
    WITH concerned AS (
      SELECT DISTINCT coalesce(entry.company_id, contact.company_id) AS id
      FROM access_entries entry
      LEFT JOIN contacts contact ON contact.organisation_id = entry.organisation_id AND contact.id = entry.contact_id
      WHERE entry.organisation_id = app_organisation() AND entry.change_id = ${changeId}::bigint AND entry.scope <> 'everyone')
    INSERT INTO company_events (organisation_id, id, company_id, at, level, source, message, details)
    SELECT company.organisation_id, gen_random_uuid(), company.id, ${clock.now().toISOString()}::timestamptz, 'information', 'access',
      CASE WHEN (SELECT count(*) FROM concerned) > 1 THEN ${shared}::text ELSE ${alone}::text END, jsonb_build_object('change', ${String(changeId)}::text)
    FROM companies company JOIN concerned ON concerned.id = company.id
    WHERE company.organisation_id = app_organisation() AND log_admits(company.log_level, 'information')`;
  await runStatement(tx, statementFrom("log access change", query));
}
