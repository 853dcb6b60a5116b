import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { newestMail } from "./stage-sql";

/** When the latest invitation of a contact's login reached which step; null for steps still to come. */
export type InvitationSteps = {
  queued: Date;
  sent: Date | null;
  opened: Date | null;
  activated: Date | null;
  signedIn: Date | null;
};

/** How far the latest invitation of a contact's login has come, or null when there never was one. */
export async function findSteps(tx: Tx, contactId: string): Promise<InvitationSteps | null> {
  const { rows } = await tx.execute<Record<keyof InvitationSteps, string | null>>(sql`
    SELECT t.created_at AS queued, m.sent_at AS sent, t.first_opened_at AS opened, t.used_at AS activated,
      CASE WHEN l.last_sign_in_at >= t.used_at THEN l.last_sign_in_at END AS "signedIn"
    FROM contacts c JOIN logins l ON l.organisation_id = c.organisation_id AND l.id = c.login_id
    JOIN tokens t ON t.organisation_id = l.organisation_id AND t.login_id = l.id AND t.purpose = 'activation'
    LEFT JOIN ${newestMail} ON true
    WHERE c.organisation_id = app_organisation() AND c.id = ${contactId} ORDER BY t.id DESC LIMIT 1`);
  const [found] = rows;
  if (!found?.queued) return null;
  const moment = (at: string | null) => (at === null ? null : new Date(at));
  return {
    queued: new Date(found.queued),
    sent: moment(found.sent),
    opened: moment(found.opened ?? found.activated),
    activated: moment(found.activated),
    signedIn: moment(found.signedIn),
  };
}
