import type { Tx } from "@/db/as-actor";
import { oneOf, several, type SearchParams } from "@/lib/platform/address";
import { rowFilters, type RowFilter } from "./input";
import { listRows, type ImportRow } from "./queries";

/** Which rows of an import are looked at: of one outcome or of all, beyond a line. */
export type RowsQuery = { outcome?: RowFilter; after?: number; before?: number };

const PAGE_SIZE = 100;
const MOST_LINES = 2_147_483_647;

/** Reads the address of an import's page; whatever it does not know it leaves out. */
export function readRowsQuery(params: SearchParams): RowsQuery {
  const line = (name: "after" | "before") => {
    const number = Number(several(params[name])[0] ?? NaN);
    return Number.isInteger(number) && number >= 0 && number <= MOST_LINES ? number : undefined;
  };
  return { outcome: oneOf(rowFilters, params.rows), after: line("after"), before: line("before") };
}

/** A page of an import's rows by line, with the addresses of its neighbours. */
export async function pageOfRows(
  tx: Tx,
  { id }: { id: string },
  query: RowsQuery,
): Promise<{ rows: ImportRow[]; newer?: string; older?: string }> {
  const found = await listRows(tx, id, { ...query, limit: PAGE_SIZE + 1 });
  const isBackwards = query.before !== undefined;
  const isMore = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (isBackwards) rows.reverse();
  const href = (beside: string) => `/imports/${id}?${query.outcome ? `rows=${query.outcome}&` : ""}${beside}`;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    newer: first && (isBackwards ? isMore : query.after) ? href(`before=${first.line}`) : undefined,
    older: last && (isBackwards || isMore) ? href(`after=${last.line}`) : undefined,
  };
}
