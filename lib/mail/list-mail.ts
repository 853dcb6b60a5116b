import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, mail } from "@/db/schema";
import { isMoment, keyset, pageOf, readCursor, type Cursor, type Page } from "@/lib/paging/keyset";
import { isMatching, matchingIdArray } from "@/lib/search/matching-ids";
import { displayNameOf } from "./templates";
import type { MailListQuery, MailState } from "./list-input";

/** E-mails on one page of the list. */
export const PAGE_SIZE = 50;

const LIMIT = PAGE_SIZE + 1;
// A search looks through so many of the latest e-mails one by one, whoever they went to; for older ones it asks the index of contacts.
const LATEST = 3_000;

const createdText = sql<string>`to_char(${mail.createdAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"')`;

const rowView = {
  id: mail.id,
  state: mail.state,
  template: mail.template,
  subject: mail.subject,
  toAddress: mail.toAddress,
  toName: mail.toName,
  tries: mail.tries,
  serverWords: mail.serverWords,
  createdAt: mail.createdAt,
  sentAt: mail.sentAt,
  nextTryAt: mail.nextTryAt,
  company: { id: companies.id, kind: companies.kind, name: companies.name },
  contact: { id: contacts.id, name: contacts.name },
  createdText,
};

/** An e-mail as a line of the list. */
export type MailRow = Awaited<ReturnType<typeof listRows>>[number];

/** One page of the e-mails in reach, the latest first; a cursor that leads nowhere gives the first page. */
export async function listMail(tx: Tx, query: MailListQuery): Promise<Page<MailRow>> {
  const cursor = readCursor(query.page, isMoment);
  const ids = await findIds(tx, query, cursor);
  const reachesStart = cursor?.side === "before" && ids.length <= PAGE_SIZE;
  if (cursor && (reachesStart || ids.length === 0)) return listMail(tx, { ...query, page: undefined });
  const rows = await listRows(tx, ids, ordered(cursor).orderBy);
  return pageOf(rows, PAGE_SIZE, cursor, (row) => ({ value: row.createdText, id: row.id }));
}

const ordered = (cursor: Cursor | null) =>
  keyset({ by: mail.createdAt, id: mail.id, descending: true }, cursor);

async function findIds(
  tx: Tx,
  { q, state, companyId }: MailListQuery,
  cursor: Cursor | null,
): Promise<string[]> {
  const { where, orderBy } = ordered(cursor);
  const ofCompany = companyId ? eq(mail.companyId, companyId) : undefined;
  const within = and(where, ofCompany, state ? eq(mail.state, state) : undefined) ?? sql`true`;
  const order = sql.join(orderBy, sql`, `);
  const take = async (from: SQL, fits: SQL) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`SELECT ${mail.id} FROM ${from} WHERE ${fits} ORDER BY ${order} LIMIT ${LIMIT}`,
    );
    return rows.map(({ id }) => id);
  };
  if (!q) return take(sql`${mail}`, within);
  const latest = sql`(SELECT * FROM ${mail} WHERE ${within} ORDER BY ${order} LIMIT ${LATEST}) AS ${mail}`;
  const near = await take(
    latest,
    sql`(strpos(lower(${mail.toAddress}), lower(${q})) > 0 OR ${isMatching(mail.contactId, q)})`,
  );
  if (near.length === LIMIT) return near;
  const known = await take(
    sql`${mail}`,
    sql`${within} AND (${mail.id} = ANY (${sql.param(near)}::uuid[]) OR ${mail.contactId} = ANY (${matchingIdArray("contact", q)}))`,
  );
  return known;
}

async function listRows(tx: Tx, ids: string[], orderBy: SQL[]) {
  const rows = await tx
    .select(rowView)
    .from(mail)
    .leftJoin(
      companies,
      and(eq(companies.organisationId, mail.organisationId), eq(companies.id, mail.companyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.organisationId, mail.organisationId), eq(contacts.id, mail.contactId)),
    )
    .where(sql`${mail.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(...orderBy);
  return rows.map((row) => ({ ...row, templateName: displayNameOf(row.template) }));
}

/** The states whose e-mails wait for something, and so are counted beside their filter. */
export const countedStates = ["queued", "sending", "failed"] as const satisfies MailState[];
export type StateCounts = Record<(typeof countedStates)[number], number>;

/** Beyond this a count is only a lower bound. */
export const MOST_COUNTED = 1_000;

/** How many e-mails in reach wait, are under way or have failed, each counted up to `MOST_COUNTED`. */
export async function countByState(tx: Tx): Promise<StateCounts> {
  const counts = countedStates.map(
    (state) =>
      sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${mail} WHERE ${mail.state} = ${state} LIMIT ${MOST_COUNTED}) AS counted) AS ${sql.identifier(state)}`,
  );
  const { rows } = await tx.execute<StateCounts>(sql`SELECT ${sql.join(counts, sql`, `)}`);
  return rows[0] ?? { queued: 0, sending: 0, failed: 0 };
}
