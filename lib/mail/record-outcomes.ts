import { sql } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { DELIVER_MAIL } from "./enqueue";
import { nextTryAfter, type Outcome } from "./outcome";

/** What became of one claimed e-mail. */
export type Result = {
  id: string;
  tries: number;
  subject: string;
  messageId: string;
  outcome: Outcome;
  /** The organisation's version that it was made from, and why it was not when it should have been. */
  templateVersion: number | null;
  templateFallback: string;
  sealedBody: Buffer | null;
};

/** Writes down what came of tries to send, and for those that are to be tried again a job at the moment that is shown as the next try. */
export async function recordOutcomes(organisationId: string, results: Result[]): Promise<void> {
  const rows = JSON.stringify(results.map(rowOf));
  // Beside the join, so that the planner looks each row up by its key; it would guess the join to be small and read the whole outbox.
  const ids = `{${results.map((result) => result.id).join(",")}}`;
  await asSystem("note what the mail server said", organisationId, (tx) =>
    tx.execute(sql`
      WITH results AS (
        SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS result(id uuid, state text, subject text, message_id text, words text,
          sent_at timestamptz, next_try_at timestamptz, sealed text, history jsonb, template_version integer, template_fallback text)),
      written AS (
        UPDATE mail SET state = r.state, subject = r.subject, message_id = r.message_id, server_words = r.words, sent_at = r.sent_at,
          template_version = r.template_version, template_fallback = r.template_fallback, next_try_at = r.next_try_at, sealed_body = decode(r.sealed, 'base64'), history = mail.history || r.history
        FROM results r WHERE mail.organisation_id = app_organisation() AND mail.id = r.id AND mail.id = ANY (${ids}::uuid[]) AND mail.state = 'sending'
        RETURNING mail.*),
      logged AS (
        INSERT INTO company_events (organisation_id, id, company_id, contact_id, at, level, source, message, details)
        SELECT company.organisation_id, gen_random_uuid(), company.id, written.contact_id, ${clock.now().toISOString()}::timestamptz,
          said.level, 'mail', said.message, jsonb_strip_nulls(jsonb_build_object('subject', nullif(written.subject, ''), 'server', nullif(written.server_words, '')))
        FROM written
        JOIN companies company ON company.organisation_id = written.organisation_id AND company.id = written.company_id
        CROSS JOIN LATERAL (SELECT coalesce(nullif(written.to_name, ''), written.to_address) AS whom) AS addressee
        JOIN LATERAL (VALUES
          ('failed', 'error', 'An e-mail to ' || whom || ' was refused by the mail server'),
          ('queued', 'warning', 'An e-mail to ' || whom || ' could not be sent yet; it is tried again'),
          ('sent', 'information', 'An e-mail to ' || whom || ' was sent'),
          ('captured', 'information', 'An e-mail to ' || whom || ' was kept, because no mail server is set')
        ) AS said (state, level, message) ON said.state = written.state
        WHERE log_admits(company.log_level, said.level))
      SELECT count(*) FROM written, LATERAL graphile_worker.add_job(${DELIVER_MAIL},
        json_build_object('organisationId', organisation_id, 'mailIds', json_build_array(id)), run_at => next_try_at, job_key => id::text)
      WHERE next_try_at IS NOT NULL`),
  );
}

function rowOf({ id, tries, subject, messageId, outcome, sealedBody, ...made }: Result) {
  const now = clock.now().toISOString();
  const nextTryAt = outcome.kind === "deferred" ? nextTryAfter(tries) : null;
  const words = outcome.kind === "captured" ? "" : outcome.words;
  const isSent = outcome.kind === "sent";
  return {
    id,
    subject,
    words,
    state: nextTryAt
      ? "queued"
      : outcome.kind === "deferred" || outcome.kind === "refused"
        ? "failed"
        : outcome.kind,
    message_id: isSent ? messageId : "",
    sent_at: isSent ? now : null,
    next_try_at: nextTryAt?.toISOString() ?? null,
    template_version: made.templateVersion,
    template_fallback: made.templateFallback,
    sealed: sealedBody?.toString("base64") ?? null,
    history: outcome.kind === "captured" ? [] : [{ at: now, outcome: outcome.kind, words }],
  };
}
