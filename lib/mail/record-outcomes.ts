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
          sent_at timestamptz, next_try_at timestamptz, sealed text, history jsonb)),
      written AS (
        UPDATE mail SET state = r.state, subject = r.subject, message_id = r.message_id, server_words = r.words, sent_at = r.sent_at,
          next_try_at = r.next_try_at, sealed_body = decode(r.sealed, 'base64'), history = mail.history || r.history
        FROM results r WHERE mail.organisation_id = app_organisation() AND mail.id = r.id AND mail.id = ANY (${ids}::uuid[]) AND mail.state = 'sending'
        RETURNING mail.organisation_id, mail.id, mail.next_try_at)
      SELECT count(*) FROM written, LATERAL graphile_worker.add_job(${DELIVER_MAIL},
        json_build_object('organisationId', organisation_id, 'mailIds', json_build_array(id)), run_at => next_try_at, job_key => id::text)
      WHERE next_try_at IS NOT NULL`),
  );
}

function rowOf({ id, tries, subject, messageId, outcome, sealedBody }: Result) {
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
    sealed: sealedBody?.toString("base64") ?? null,
    history: outcome.kind === "captured" ? [] : [{ at: now, outcome: outcome.kind, words }],
  };
}
