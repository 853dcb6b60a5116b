import { inArray, sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import { mail } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { mintSecrets } from "@/lib/tokens/mint-secrets";
import type { TokenPurpose } from "@/lib/tokens/purposes";
import type { MailData } from "./enqueue";
import { findMailLogo, type MailLogo } from "./logo";
import { currentTemplates, type OwnTemplate } from "./own-template";
import type { SenderSettings } from "./sender";
import type { TemplateName } from "./templates";
import type { MailFacts, MailLink } from "./view";

/** An e-mail that this process has undertaken to send now; `tries` counts this try. */
export type ClaimedMail = MailFacts & {
  id: string;
  template: TemplateName;
  toAddress: string;
  tokenId: string | null;
  tries: number;
  link: MailLink | null;
  /** The organisation's own version of its template. */
  own: OwnTemplate | null;
  sender: SenderSettings;
  /** The logo that travels with it. */
  logo: MailLogo | null;
};

type Row = {
  id: string;
  template: TemplateName;
  to_address: string;
  to_name: string;
  staff_id: string | null;
  token_id: string | null;
  data: MailData;
  tries: number;
  created_at: string;
  company_name: string | null;
  purpose: TokenPurpose | null;
  name: string;
  slug: string;
  colour: string;
  locale: string;
  time_zone: string;
  sender_name: string | null;
  sender_address: string | null;
  reply_to: string | null;
};

/**
 * Marks e-mails as being sent and mints the secrets of their links, all committed before a word is said to a mail server. E-mails that
 * need no sending are left out: those that were sent or cancelled, and those whose links were used or ended meanwhile.
 */
export function claimMails(organisationId: string, ids: string[]): Promise<ClaimedMail[]> {
  return asSystem("send e-mail", organisationId, async (tx) => {
    const rows = await markSending(tx, ids);
    const tokenIds = rows.flatMap((row) => row.token_id ?? []);
    const links = await mintSecrets(tx, organisationId, tokenIds);
    const dead = rows.filter((row) => row.token_id && !links.has(row.token_id));
    if (dead.length) await cancel(tx, dead);
    const live = rows.filter((row) => !dead.includes(row));
    const logo = await findMailLogo(tx);
    const own = await currentTemplates(
      tx,
      live.map((row) => row.template),
    );
    return live.map((row) => ({
      ...claimedMail(row, links, logo),
      own: own.get(row.template) ?? null,
    }));
  });
}

async function markSending(tx: Tx, ids: string[]): Promise<Row[]> {
  // An e-mail found in the middle of sending belonged to a process that died: whether it arrived, nobody knows.
  const interrupted = {
    at: clock.now().toISOString(),
    outcome: "interrupted",
    words: "Portico stopped while sending.",
  };
  const { rows } = await tx.execute<Row>(sql`
    WITH claimed AS (
      UPDATE mail SET state = 'sending', tries = tries + 1, next_try_at = NULL,
        history = CASE state WHEN 'sending' THEN history || ${JSON.stringify([interrupted])}::jsonb ELSE history END
      WHERE organisation_id = app_organisation() AND id = ANY (${`{${ids.join(",")}}`}::uuid[]) AND state IN ('queued', 'sending')
      RETURNING *)
    SELECT m.id, m.template, m.to_address, m.to_name, m.staff_id, m.token_id, m.data, m.tries, m.created_at,
      c.name AS company_name, t.purpose, o.name, o.slug, o.colour, o.locale, o.time_zone,
      o.sender_name, o.sender_address, o.reply_to
    FROM claimed m JOIN organisations o ON o.id = m.organisation_id
    LEFT JOIN companies c ON c.organisation_id = m.organisation_id AND c.id = m.company_id
    LEFT JOIN tokens t ON t.organisation_id = m.organisation_id AND t.id = m.token_id`);
  return rows;
}

const cancel = (tx: Tx, dead: Row[]) =>
  tx
    .update(mail)
    .set({ state: "cancelled", tries: sql`${mail.tries} - 1` })
    .where(
      inArray(
        mail.id,
        dead.map((row) => row.id),
      ),
    );

const claimedMail = (
  row: Row,
  links: Map<string, MailLink>,
  logo: MailLogo | null,
): Omit<ClaimedMail, "own"> => ({
  id: row.id,
  template: row.template,
  toAddress: row.to_address,
  toName: row.to_name,
  staffId: row.staff_id,
  tokenId: row.token_id,
  data: row.data,
  tries: row.tries,
  createdAt: new Date(row.created_at),
  companyName: row.company_name,
  purpose: row.purpose,
  organisation: {
    name: row.name,
    slug: row.slug,
    colour: row.colour,
    locale: row.locale,
    timeZone: row.time_zone,
    logoUrl: logo?.logoUrl,
    logoSize: logo?.logoSize,
  },
  sender: { senderName: row.sender_name, senderAddress: row.sender_address, replyTo: row.reply_to },
  logo,
  link: (row.token_id && links.get(row.token_id)) || null,
});
