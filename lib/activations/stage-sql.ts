import { sql, type SQL } from "drizzle-orm";
import { clock, hoursFromNow } from "@/lib/platform/clock";
import type { StuckKind } from "./stages";

/** The newest e-mail of the token `t`, as `m`; for a lateral join. */
export const newestMail = sql`LATERAL (SELECT m.state, m.server_words, m.sent_at FROM mail m
  WHERE m.organisation_id = t.organisation_id AND m.token_id = t.id ORDER BY m.id DESC LIMIT 1) m`;

/** The stage of the token `t` with its e-mail `m` and its login `l`. */
export const stageOf = (): SQL => sql`CASE
  WHEN t.used_at IS NOT NULL THEN CASE WHEN l.last_sign_in_at >= t.used_at THEN 'signed-in' ELSE 'activated' END
  WHEN t.ended_at IS NOT NULL THEN 'replaced'
  WHEN m.state = 'failed' AND t.first_opened_at IS NULL THEN 'failed'
  WHEN t.expires_at <= ${clock.now().toISOString()}::timestamptz THEN 'expired'
  WHEN t.first_opened_at IS NOT NULL THEN 'opened'
  WHEN m.state IN ('sent', 'captured') THEN 'sent' ELSE 'queued' END`;

/** Steps that were reached, whatever came after: each as a condition on `t`, `m` and `l`. */
export const reached = {
  sent: sql`(m.state IN ('sent', 'captured') OR t.first_opened_at IS NOT NULL OR t.used_at IS NOT NULL)`,
  opened: sql`(t.first_opened_at IS NOT NULL OR t.used_at IS NOT NULL)`,
  activated: sql`t.used_at IS NOT NULL`,
  signedIn: sql`(t.used_at IS NOT NULL AND l.last_sign_in_at >= t.used_at)`,
};

// Whoever has not looked by then does not look by themselves.
const UNOPENED_HOURS = 72;
const OPENED_HOURS = 24;
const UNSENT_HOURS = 1;

const before = (hours: number) => sql`${hoursFromNow(-hours).toISOString()}::timestamptz`;

/** In what way an open invitation `t` is stuck, or null while it may still go on by itself. */
export const stuckOf = (): SQL => sql`CASE ${stageOf()}
  WHEN 'failed' THEN 'failed'
  WHEN 'expired' THEN 'expired'
  WHEN 'opened' THEN CASE WHEN t.first_opened_at < ${before(OPENED_HOURS)} THEN 'opened' END
  WHEN 'sent' THEN CASE WHEN coalesce(m.sent_at, t.created_at) < ${before(UNOPENED_HOURS)} THEN 'unopened' END
  WHEN 'queued' THEN CASE WHEN t.created_at < ${before(UNSENT_HOURS)} THEN 'unsent' END END`;

/** The invitations that stand open, `t`, of contacts `c` who could use them, with company `co`, login `l` and e-mail `m`. */
export const openInvitations = sql`tokens t
  JOIN contacts c ON c.organisation_id = t.organisation_id AND c.id = t.contact_id
  JOIN companies co ON co.organisation_id = c.organisation_id AND co.id = c.company_id
  JOIN logins l ON l.organisation_id = t.organisation_id AND l.id = t.login_id
  LEFT JOIN ${newestMail} ON true
  WHERE t.organisation_id = app_organisation() AND t.purpose = 'activation' AND t.used_at IS NULL AND t.ended_at IS NULL
    AND c.deactivated_at IS NULL AND co.status <> 'closed' AND (l.password_hash IS NULL OR l.temporary_until IS NOT NULL)`;

/** Ids of the contacts whose invitation is stuck in this way. */
export const stuckContacts = (kind: StuckKind): SQL =>
  sql`SELECT c.id FROM ${openInvitations} AND ${stuckOf()} = ${kind}`;
