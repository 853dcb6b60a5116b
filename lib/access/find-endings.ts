import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import type { Audience, PermissionId } from "./permissions";
import { loadAccessOn } from "./queries";

/** Access of a contact that can be used today and is lost when the last day of its entry is over. */
export type Ending = {
  entry: { changeId: number; position: number };
  lastDay: string;
  permission: PermissionId;
  contact: {
    id: string;
    name: string;
    companyId: string;
    audience: Audience;
    loginId: string;
    email: string;
  };
};

const AHEAD_DAYS = 7;
const CONTACTS_AT_ONCE = 200;

/**
 * The endings within seven days that were not told yet of some contacts with a login, those whose ids come behind `after`, and the last
 * contact that was looked at; no `last` when there are no more.
 */
export async function findEndings(
  tx: Tx,
  today: string,
  after: string | undefined,
): Promise<{ endings: Ending[]; last?: string }> {
  const candidates = await listCandidates(tx, today, after);
  const ids = [...new Set(candidates.map(({ contact }) => contact.id))];
  const now = await loadAccessOn(tx, ids, today);
  const afterwards = new Map<string, typeof now>();
  for (const day of new Set(candidates.map(({ lastDay }) => lastDay)))
    afterwards.set(day, await loadAccessOn(tx, ids, dayAfter(day)));
  const endings = candidates.filter(({ entry, contact, permission, lastDay }) => {
    const answer = now.get(contact.id)?.permissions.get(permission);
    if (!answer?.usable || answer.because.kind !== "entry") return false;
    const decisive = answer.because.entry;
    const decides = decisive.changeId === entry.changeId && decisive.position === entry.position;
    return decides && !afterwards.get(lastDay)?.get(contact.id)?.permissions.get(permission)?.allowed;
  });
  return { endings, last: ids.length === CONTACTS_AT_ONCE ? ids.at(-1) : undefined };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

type Row = Ending["contact"] & {
  changeId: string;
  position: number;
  lastDay: string;
  permission: PermissionId;
};

async function listCandidates(tx: Tx, today: string, after: string | undefined): Promise<Ending[]> {
  const behind = after ? sql`AND e.contact_id > ${after}` : sql``;
  const { rows } = await tx.execute<Row>(sql`
    WITH due AS (
      SELECT e.change_id AS "changeId", e.position, e.last_day AS "lastDay", e.permission, c.id, c.name, c.company_id AS "companyId",
        c.kind AS audience, l.id AS "loginId", l.email
      FROM access_entries e JOIN access_changes h ON h.organisation_id = e.organisation_id AND h.id = e.change_id
        JOIN contacts c ON c.organisation_id = e.organisation_id AND c.id = e.contact_id
        JOIN logins l ON l.organisation_id = c.organisation_id AND l.id = c.login_id
      WHERE e.scope = 'contact' AND e.effect = 'allow' AND e.last_day IS NOT NULL
        AND e.last_day BETWEEN ${today}::date AND ${today}::date + ${AHEAD_DAYS}::int
        AND h.undone_at IS NULL AND c.deactivated_at IS NULL AND l.password_hash IS NOT NULL
        AND NOT EXISTS (SELECT FROM access_endings t WHERE t.organisation_id = e.organisation_id AND t.change_id = e.change_id
          AND t.position = e.position) ${behind})
    SELECT * FROM due WHERE id IN (SELECT DISTINCT id FROM due ORDER BY id LIMIT ${CONTACTS_AT_ONCE}) ORDER BY id, "changeId", position`);
  return rows.map(({ changeId, position, lastDay, permission, ...contact }) => ({
    entry: { changeId: Number(changeId), position },
    ...{ lastDay, permission, contact },
  }));
}
