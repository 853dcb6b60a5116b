import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { TemplateName } from "./templates";

/** What an e-mail says beyond its recipient, company and link; kept in clear, so never a secret. */
export type MailData = {
  /** When what the e-mail tells of happened, as ISO 8601. */
  happenedAt?: string;
  /** Whether a staff user did it rather than the recipient. */
  byStaff?: boolean;
  /** Until when a temporary password works, as ISO 8601. */
  temporaryUntil?: string;
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

/** The job that sends one e-mail; all its payload says is which. */
export const DELIVER_MAIL = "deliver-mail";

// Somebody sits waiting for a reset; an invitation among thousands can let it pass.
const priorityOf = (template: TemplateName): number => (template === "password-reset" ? 0 : 10);

/** Writes an e-mail and the job that sends it in the caller's transaction, and returns the e-mail's id. */
export async function enqueueMail(tx: Tx, mail: NewMail): Promise<string> {
  const [id] = await enqueueMails(tx, [mail]);
  return id as string;
}

/** As `enqueueMail` for any number of e-mails in one statement; ids come back in the order given. */
export async function enqueueMails(tx: Tx, mails: NewMail[]): Promise<string[]> {
  if (!mails.length) return [];
  const rows = mails.map(
    ({ to, organisationId, companyId, contactId, loginId, staffId, tokenId, ...mail }) => ({
      organisation_id: organisationId,
      id: newId(),
      template: mail.template,
      to_address: to.address,
      to_name: to.name,
      company_id: companyId,
      contact_id: contactId,
      login_id: loginId,
      staff_id: staffId,
      token_id: tokenId,
      data: mail.data ?? {},
      priority: priorityOf(mail.template),
    }),
  );
  const now = clock.now().toISOString();
  // The rows are not read back: a contact may cause an e-mail but may not see the outbox.
  await tx.execute(sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS mail(organisation_id uuid, id uuid, template text, to_address text,
        to_name text, company_id uuid, contact_id uuid, login_id uuid, staff_id uuid, token_id uuid, data jsonb, priority smallint)),
    written AS (
      INSERT INTO mail (organisation_id, id, template, to_address, to_name, company_id, contact_id, login_id, staff_id, token_id, data, created_at, next_try_at)
      SELECT organisation_id, id, template, to_address, to_name, company_id, contact_id, login_id, staff_id, token_id, data, ${now}, ${now} FROM wanted)
    SELECT count(*) FROM graphile_worker.add_jobs((
      SELECT array_agg(ROW(${DELIVER_MAIL}, json_build_object('organisationId', organisation_id, 'mailId', id), null, null, null,
        id::text, priority, null)::graphile_worker.job_spec) FROM wanted))`);
  return rows.map((row) => row.id);
}
