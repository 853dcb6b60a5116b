import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { runStatement, statementFrom } from "@/db/statement";
import { permissions, SERVICES, type Audience } from "./permissions";
import type { LedgerEntry } from "./resolve-access";
import { changeStands } from "./standing-changes";

type Asked = {
  contactIds: readonly string[];
  companyIds: readonly string[];
  /** As of when; now, when left out. */
  at?: Date;
  today: string;
};

type Row = Omit<LedgerEntry, "changeId" | "madeAt" | "isUndone"> & {
  changeId: string;
  madeAt: string | Date;
};

/** Every pair of an audience and something the ledger can say of it, as rows of (audience, permission). */
const ledgerSubjects = sql.join(
  (Object.keys(permissions) as Audience[]).flatMap((audience) =>
    [SERVICES, ...permissions[audience].map(({ id }) => id)].map(
      (permission) => sql`(${audience}::text, ${permission}::text)`,
    ),
  ),
  sql`, `,
);

/** The condition under which entry `e` of change `h` counts: not undone and not past its last day, as of that moment. */
const stands = (at: Date | undefined, today: SQL) =>
  sql`${changeStands(at)} AND (e.last_day IS NULL OR e.last_day >= ${today})`;

// A change is named by the first whom it is for, who need not be one that staff limited to some companies know of.
const columns = sql.raw(
  `e.change_id, e.position, e.audience, e.scope, e.company_id, e.contact_id, e.permission, e.effect, e.last_day, h.made_by_name, h.made_at,
    CASE WHEN app_reach() IN ('all', 'system') OR h.is_for_everyone::int + h.company_count + h.contact_count <= 1 THEN h.summary
      ELSE 'A change for several companies or contacts' END AS summary`,
);

/** The ledger as `e` (entries) and `h` (the changes they belong to). */
const ledger = sql.raw(
  "access_entries e JOIN access_changes h ON h.organisation_id = e.organisation_id AND h.id = e.change_id",
);

/**
 * The entries that can decide for these contacts: of each scope, target and permission the latest that stands. An earlier
 * one cannot win: whoever the latest does not cover, because it was made before them, is not covered by an earlier one either.
 */
export async function listDecidingEntries(tx: Tx, asked: Asked): Promise<LedgerEntry[]> {
  const query = decidingEntries(asked);
  // Each request asks this of the present, and planning it takes longer than running it.
  const rows = asked.at
    ? (await tx.execute<Row>(query)).rows
    : await runStatement(tx, statementFrom<Row>("deciding entries", query));
  return rows.map((row) => ({
    ...row,
    changeId: Number(row.changeId),
    madeAt: new Date(row.madeAt),
    isUndone: false,
  }));
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;

function decidingEntries(asked: Asked): SQL {
  const standing = stands(asked.at, sql`${asked.today}::date`);
  return sql`
    SELECT change_id AS "changeId", position, audience, scope, company_id AS "companyId", contact_id AS "contactId", permission,
      effect, last_day::text AS "lastDay", summary, made_by_name AS "madeBy", made_at AS "madeAt"
    FROM (
      SELECT decisive.* FROM (VALUES ${ledgerSubjects}) AS subject (audience, permission)
      CROSS JOIN LATERAL (
        SELECT ${columns} FROM ${ledger}
        WHERE e.scope = 'everyone' AND e.audience = subject.audience AND e.permission = subject.permission AND ${standing}
        ORDER BY e.change_id DESC, e.position DESC LIMIT 1) AS decisive
      UNION ALL
      (SELECT DISTINCT ON (e.company_id, e.audience, e.permission) ${columns} FROM ${ledger}
        WHERE e.scope = 'company' AND e.company_id = ANY (${uuids(asked.companyIds)}) AND ${standing}
        ORDER BY e.company_id, e.audience, e.permission, e.change_id DESC, e.position DESC)
      UNION ALL
      (SELECT DISTINCT ON (e.contact_id, e.audience, e.permission) ${columns} FROM ${ledger}
        WHERE e.scope = 'contact' AND e.contact_id = ANY (${uuids(asked.contactIds)}) AND ${standing}
        ORDER BY e.contact_id, e.audience, e.permission, e.change_id DESC, e.position DESC)
    ) AS deciding`;
}
