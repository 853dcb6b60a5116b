import { desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { activationRuns } from "@/db/schema";
import { isId } from "@/lib/platform/ids";
import { Refusal } from "@/lib/platform/errors";
import type { SkipReason } from "@/lib/credentials/send-activations";
import { newestMail, reached, stageOf } from "./stage-sql";
import type { Stage } from "./stages";

export type ActivationRun = typeof activationRuns.$inferSelect;

/** The run with this id; refuses when there is none in reach. */
export async function demandRun(tx: Tx, id: string): Promise<ActivationRun> {
  const [run] = isId(id) ? await tx.select().from(activationRuns).where(eq(activationRuns.id, id)) : [];
  if (!run) throw new Refusal("not-found", "There is no such sending.");
  return run;
}

/** The latest runs in reach. */
export function listRuns(tx: Tx, limit = 20): Promise<ActivationRun[]> {
  return tx.select().from(activationRuns).orderBy(desc(activationRuns.id)).limit(limit);
}

/** How many there are at each stage, how many reached each step, and why the others were skipped. */
export type RunCounts = {
  stages: Partial<Record<Stage, number>>;
  reasons: Partial<Record<SkipReason, number>>;
  reached: Funnel;
};

/** How many people came how far: invited, e-mail sent, link opened, password set, signed in. */
export type Funnel = { invited: number; sent: number; opened: number; activated: number; signedIn: number };

const recipients = (runId: string) => sql`activation_recipients r
  LEFT JOIN tokens t ON t.organisation_id = r.organisation_id AND t.id = r.token_id
  LEFT JOIN logins l ON l.organisation_id = t.organisation_id AND l.id = t.login_id
  LEFT JOIN ${newestMail} ON true
  WHERE r.organisation_id = app_organisation() AND r.run_id = ${runId}`;

const stage = () => sql`CASE r.outcome WHEN 'queued' THEN ${stageOf()} ELSE r.outcome END`;

const counted = sql`count(*) FILTER (WHERE ${reached.sent})::int AS sent, count(*) FILTER (WHERE ${reached.opened})::int AS opened,
  count(*) FILTER (WHERE ${reached.activated})::int AS activated, count(*) FILTER (WHERE ${reached.signedIn})::int AS "signedIn"`;

type Counted = Funnel & { stage: Stage; reason: SkipReason | null; total: number };

/** The stages of a run in numbers. */
export async function countRun(tx: Tx, runId: string): Promise<RunCounts> {
  const { rows } = await tx.execute<Counted>(sql`
    SELECT ${stage()} AS stage, r.reason, count(*)::int AS total, count(t.id)::int AS invited, ${counted}
    FROM ${recipients(runId)} GROUP BY 1, 2`);
  const counts: RunCounts = { stages: {}, reasons: {}, reached: nobody() };
  for (const row of rows) {
    counts.stages[row.stage] = (counts.stages[row.stage] ?? 0) + row.total;
    if (row.reason) counts.reasons[row.reason] = row.total;
    for (const step of Object.keys(counts.reached) as (keyof Funnel)[]) counts.reached[step] += row[step];
  }
  return counts;
}

const nobody = (): Funnel => ({ invited: 0, sent: 0, opened: 0, activated: 0, signedIn: 0 });

/** One contact of a run, with how far the e-mail has come, since when, and the mail server's words when it was refused. */
export type Recipient = {
  contactId: string;
  name: string;
  email: string | null;
  companyName: string;
  stage: Stage;
  reason: SkipReason | null;
  at: Date | null;
  words: string | null;
};

/** Up to `limit` contacts of a run after one of them, by id; `only` narrows them to a stage. */
export async function listRecipients(
  tx: Tx,
  runId: string,
  { only, after, limit }: { only?: Stage; after?: string; limit: number },
): Promise<Recipient[]> {
  const at = sql`CASE ${stage()} WHEN 'signed-in' THEN l.last_sign_in_at WHEN 'activated' THEN t.used_at WHEN 'opened' THEN t.first_opened_at
    WHEN 'expired' THEN t.expires_at WHEN 'replaced' THEN t.ended_at WHEN 'sent' THEN m.sent_at ELSE t.created_at END`;
  const { rows } = await tx.execute<Omit<Recipient, "at"> & { at: string | null }>(sql`
    SELECT listed.*, c.name, co.name AS "companyName", own.email FROM (
      SELECT r.organisation_id, r.contact_id AS "contactId", ${stage()} AS stage, r.reason, ${at} AS at, m.server_words AS words
      FROM ${recipients(runId)} AND ${after ? sql`r.contact_id > ${after}` : sql`true`}
        AND ${only ? sql`${stage()} = ${only}` : sql`true`}
      ORDER BY r.contact_id LIMIT ${limit}) AS listed
    JOIN contacts c ON c.organisation_id = listed.organisation_id AND c.id = listed."contactId"
    JOIN companies co ON co.organisation_id = c.organisation_id AND co.id = c.company_id
    LEFT JOIN logins own ON own.organisation_id = c.organisation_id AND own.id = c.login_id
    ORDER BY listed."contactId"`);
  return rows.map((row) => ({ ...row, at: row.at ? new Date(row.at) : null }));
}

/** How far those came, one by one, whose newest invitation was sent since then. */
export async function countFunnel(tx: Tx, since: Date): Promise<Funnel> {
  const { rows } = await tx.execute<Funnel>(sql`
    SELECT count(*)::int AS invited, ${counted} FROM (
      SELECT DISTINCT ON (login_id) * FROM tokens WHERE organisation_id = app_organisation() AND purpose = 'activation'
        AND created_at >= ${since.toISOString()}::timestamptz ORDER BY login_id, id DESC) t
    JOIN logins l ON l.organisation_id = t.organisation_id AND l.id = t.login_id
    LEFT JOIN ${newestMail} ON true`);
  return rows[0] ?? nobody();
}
