import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { runStatement, statementFrom } from "@/db/statement";
import { isNews } from "./since-basis";
import type { Basis } from "./operations";

/** A change that counts otherwise than when a screen was drawn: made, undone or redone since. */
export type TouchedChange = {
  changeId: number;
  subjects: string[];
  what: "change" | "undo" | "redo";
  summary: string;
  by: string;
  at: Date;
};

type Row = Omit<TouchedChange, "changeId" | "at"> & { changeId: string; at: string };

/**
 * The changes that speak of one of `subjects` and count otherwise than they did to whoever knew `basis`, the latest first. What was done
 * and taken back since is no news.
 */
export async function listTouchedChanges(
  tx: Tx,
  basis: Basis,
  subjects: readonly string[],
): Promise<TouchedChange[]> {
  const speaks = sql`h.subjects && ${sql.param(subjects)}::text[]`;
  const undoneSince = (undo: SQL) => isNews(sql`${undo}.undone_at`, sql`${undo}.undone_in`, basis);
  const redoneSince = (undo: SQL) => isNews(sql`${undo}.redone_at`, sql`${undo}.redone_in`, basis);
  const [u, earlier] = [sql.raw("u"), sql.raw("earlier")];
  const wasUndone = sql`EXISTS (SELECT FROM access_undos earlier WHERE earlier.change_id = h.id AND NOT ${undoneSince(earlier)}
    AND (earlier.redone_at IS NULL OR ${redoneSince(earlier)}))`;
  const query = sql`
    SELECT id AS "changeId", subjects, what, summary, by, at FROM (
      SELECT h.id, h.subjects, 'change' AS what, h.summary, h.made_by_name AS by, h.made_at AS at FROM access_changes h
        WHERE h.id > ${basis.changeId} AND h.undone_at IS NULL AND ${speaks}
      UNION ALL
      SELECT h.id, h.subjects, 'undo', h.summary, u.undone_by_name, u.undone_at
        FROM access_undos u JOIN access_changes h ON h.id = u.change_id
        WHERE ${undoneSince(u)} AND u.redone_at IS NULL AND h.id <= ${basis.changeId} AND NOT ${wasUndone} AND ${speaks}
      UNION ALL
      SELECT h.id, h.subjects, 'redo', h.summary, u.redone_by_name, u.redone_at
        FROM access_undos u JOIN access_changes h ON h.id = u.change_id
        WHERE ${redoneSince(u)} AND NOT ${undoneSince(u)} AND h.id <= ${basis.changeId}
          AND h.undone_at IS NULL AND ${speaks}
    ) AS touched ORDER BY at DESC, id DESC`;
  // Asked at every save, and planning it takes longer than running it.
  const rows = await runStatement(tx, statementFrom<Row>("touched changes", query));
  return rows.map((row) => ({ ...row, changeId: Number(row.changeId), at: new Date(row.at) }));
}
