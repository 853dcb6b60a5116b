import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessChanges, accessUndos } from "@/db/schema";
import type { Page } from "@/lib/paging/keyset";
import type { ChangesQuery } from "./changes-input";

/** Changes on one page of the history. */
export const PAGE_SIZE = 50;

const view = {
  id: accessChanges.id,
  summary: accessChanges.summary,
  madeAt: accessChanges.madeAt,
  madeBy: accessChanges.madeByName,
  undoneAt: accessChanges.undoneAt,
  undoneBy: accessChanges.undoneByName,
  subjects: accessChanges.subjects,
  isForEveryone: accessChanges.isForEveryone,
  companyCount: accessChanges.companyCount,
  contactCount: accessChanges.contactCount,
};

/** An access change as a line of the history. */
export type ChangeRow = Awaited<ReturnType<typeof listRows>>[number];

type Cursor = { side: "newer" | "older"; id: number };

/** One page of the access changes, the latest first; a page that leads nowhere is the first. */
export async function listChanges(tx: Tx, query: ChangesQuery): Promise<Page<ChangeRow>> {
  const cursor = readPage(query.page);
  const found = await listRows(tx, query, cursor);
  const isMore = found.length > PAGE_SIZE;
  const reachesStart = cursor?.side === "newer" && !isMore;
  if (cursor && (reachesStart || found.length === 0)) return listChanges(tx, { ...query, page: undefined });
  const rows = found.slice(0, PAGE_SIZE);
  if (cursor?.side === "newer") rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    ...(cursor && first && { newer: `newer-${first.id}` }),
    ...(last && (isMore || cursor?.side === "newer") && { older: `older-${last.id}` }),
  };
}

/** One access change with every time that it was undone and redone; null when there is none of that number. */
export async function findChange(tx: Tx, id: string) {
  if (!/^\d{1,15}$/.test(id)) return null;
  const [change] = await tx
    .select(view)
    .from(accessChanges)
    .where(eq(accessChanges.id, Number(id)));
  if (!change) return null;
  const turns = await tx
    .select({
      undoneAt: accessUndos.undoneAt,
      undoneBy: accessUndos.undoneByName,
      redoneAt: accessUndos.redoneAt,
      redoneBy: accessUndos.redoneByName,
    })
    .from(accessUndos)
    .where(eq(accessUndos.changeId, change.id))
    .orderBy(asc(accessUndos.undoneAt));
  return { ...change, turns };
}

/** An access change and its story, as its own page tells it. */
export type ChangeDetail = NonNullable<Awaited<ReturnType<typeof findChange>>>;

function listRows(tx: Tx, { q, until }: ChangesQuery, cursor: Cursor | null) {
  const { id, summary, madeByName, madeAt } = accessChanges;
  const beside = cursor && (cursor.side === "newer" ? gt(id, cursor.id) : lt(id, cursor.id));
  const holds = (text: typeof summary | typeof madeByName) => sql`strpos(lower(${text}), lower(${q})) > 0`;
  const timeZone = sql`(SELECT time_zone FROM organisations WHERE id = app_organisation())`;
  return tx
    .select(view)
    .from(accessChanges)
    .where(
      and(
        beside ?? undefined,
        q ? sql`(${holds(summary)} OR ${holds(madeByName)})` : undefined,
        until ? sql`${madeAt} < ((${until}::date + 1)::timestamp AT TIME ZONE ${timeZone})` : undefined,
      ),
    )
    .orderBy(cursor?.side === "newer" ? asc(id) : desc(id))
    .limit(PAGE_SIZE + 1);
}

function readPage(page: string | undefined): Cursor | null {
  const [, side, id] = /^(newer|older)-(\d{1,15})$/.exec(page ?? "") ?? [];
  return id ? { side: side === "newer" ? "newer" : "older", id: Number(id) } : null;
}
