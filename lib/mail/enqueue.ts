import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { MailSources } from "./compile-mail";
import type { TemplateName } from "./templates";

/** What an e-mail says beyond its recipient, company and link; kept in clear, so never a secret. */
export type MailData = {
  /** When what the e-mail tells of happened, as ISO 8601. */
  happenedAt?: string;
  /** Whether a staff user did it rather than the recipient. */
  byStaff?: boolean;
  /** Until when a temporary password works, as ISO 8601. */
  temporaryUntil?: string;
  /** What somebody can open in the portal until `lastDay` ("2026-11-03"), as it is called. */
  access?: string[];
  lastDay?: string;
  /** Who asked or answered, what they wrote, and whether they granted what was asked for. */
  person?: string;
  words?: string;
  isGranted?: boolean;
  /** A template that is being tried out, which the sample is shown in. */
  draft?: MailSources;
};

/** An e-mail to be sent once the transaction that causes it commits. */
export type NewMail = {
  organisationId: string;
  template: TemplateName;
  to: { address: string; name: string };
  companyId?: string | null;
  contactId?: string | null;
  loginId?: string | null;
  staffId?: string | null;
  tokenId?: string | null;
  data?: MailData;
};

/** The jobs that send a single e-mail, and many; all that their payloads say is which. */
export const DELIVER_MAIL = "deliver-mail";
export const DELIVER_BULK = "deliver-bulk-mail";

/** The job that tells PostgreSQL's planner how the outbox has grown. */
export const REFRESH_STATISTICS = "refresh-statistics";

// So many that the planner, who still believes the outbox to be small, would choose to read all of it for each of them.
const MANY = 1000;

// So many that the queue costs little beside the sending, so few that several processes share them out.
const MAILS_A_JOB = 50;

/** Writes an e-mail and the job that sends it in the caller's transaction, and returns the e-mail's id. */
export async function enqueueMail(tx: Tx, mail: NewMail): Promise<string> {
  const row = rowOf(mail);
  await write(tx, [row], [singleJob(row)]);
  return row.id;
}

/**
 * As `enqueueMail` for any number of e-mails in one statement; ids come back in the order given. They have a lane of their own, so that
 * somebody who waits for a password reset does not wait for them.
 */
export async function enqueueMails(tx: Tx, mails: NewMail[]): Promise<string[]> {
  const rows = mails.map(rowOf);
  if (rows.length) await write(tx, rows, bulkJobs(rows));
  return rows.map((row) => row.id);
}

const rowOf = ({ to, data, ...mail }: NewMail) => ({
  organisation_id: mail.organisationId,
  id: newId(),
  template: mail.template,
  to_address: to.address,
  to_name: to.name,
  company_id: mail.companyId,
  contact_id: mail.contactId,
  login_id: mail.loginId,
  staff_id: mail.staffId,
  token_id: mail.tokenId,
  data: data ?? {},
});

type Row = ReturnType<typeof rowOf>;
type Job = { task: string; payload: object; key: string | null };

const singleJob = ({ organisation_id, id }: Row): Job => ({
  task: DELIVER_MAIL,
  payload: { organisationId: organisation_id, mailIds: [id] },
  key: id,
});

function bulkJobs(rows: Row[]): Job[] {
  const jobs: Job[] = [];
  if (rows.length >= MANY) jobs.push({ task: REFRESH_STATISTICS, payload: {}, key: REFRESH_STATISTICS });
  for (const organisationId of new Set(rows.map((row) => row.organisation_id))) {
    const ids = rows.filter((row) => row.organisation_id === organisationId).map((row) => row.id);
    for (let at = 0; at < ids.length; at += MAILS_A_JOB) {
      const payload = { organisationId, mailIds: ids.slice(at, at + MAILS_A_JOB) };
      jobs.push({ task: DELIVER_BULK, payload, key: null });
    }
  }
  return jobs;
}

async function write(tx: Tx, rows: Row[], jobs: Job[]): Promise<void> {
  const now = clock.now().toISOString();
  // The rows are not read back: a contact may cause an e-mail but may not see the outbox.
  await tx.execute(sql`
    WITH written AS (
      INSERT INTO mail (organisation_id, id, template, to_address, to_name, company_id, contact_id, login_id, staff_id, token_id, data, created_at, next_try_at)
      SELECT *, ${now}::timestamptz, ${now}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS mail(organisation_id uuid, id uuid, template text, to_address text, to_name text, company_id uuid, contact_id uuid,
          login_id uuid, staff_id uuid, token_id uuid, data jsonb))
    SELECT count(*) FROM graphile_worker.add_jobs((
      SELECT array_agg(ROW(task, payload, null, null, null, key, null, null)::graphile_worker.job_spec)
      FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) AS job(task text, payload json, key text)))`);
}
