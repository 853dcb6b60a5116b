import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { isId } from "@/lib/platform/ids";

/** A place between rows: after, or before, the row with this sort value (as PostgreSQL writes it) and id. */
export type Cursor = { side: "after" | "before"; value: string; id: string };

/** One page of a list; `newer` and `older` lead to its neighbours and are absent at the ends. */
export type Page<Row> = { rows: Row[]; newer?: string; older?: string };

/** A cursor as it stands in an address. */
export function writeCursor({ side, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([side === "after" ? 1 : 0, value, id])).toString("base64url");
}

/** The cursor that an address holds; null, meaning the first page, when it holds none that can be read and whose value `fits`. */
export function readCursor(
  text: string | undefined,
  fits: (value: string) => boolean = () => true,
): Cursor | null {
  if (!text || text.length > 2_000) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (!Array.isArray(parsed)) return null;
    const [side, value, id] = parsed as unknown[];
    if (typeof value !== "string" || value.includes("\u0000") || !isId(id) || !fits(value)) return null;
    return { side: side === 1 ? "after" : "before", value, id };
  } catch {
    return null;
  }
}

/**
 * Whether a cursor's value is a moment as PostgreSQL's `to_char` writes it, to the microsecond. PostgreSQL refuses a 30th of February,
 * which JavaScript takes for one of the first days of March.
 */
export function isMoment(value: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/.test(value) ? Date.parse(value) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value.slice(0, 10));
}

/** What rows can be put in order by: a column, or what a query calls one. */
export type Sortable = AnyColumn | SQL;

/** `by` several columns when the first alone says little; the cursor's value is then their values as a JSON array. */
type Order = { by: Sortable | Sortable[]; id: AnyColumn; descending?: boolean };

/** The condition and the order by which an index yields the rows beside a cursor; those before one come nearest first. */
export function keyset({ by, id, descending = false }: Order, cursor: Cursor | null) {
  const backwards = cursor?.side === "before";
  const direction = sql.raw(descending === backwards ? "ASC" : "DESC");
  const beyond = sql.raw(descending === backwards ? ">" : "<");
  const columns = [by, id].flat();
  return {
    where: cursor ? sql`(${list(columns)}) ${beyond} (${list(valuesOf(by, cursor))})` : undefined,
    orderBy: columns.map((column) => sql`${column} ${direction}`),
  };
}

const list = (items: unknown[]) =>
  sql.join(
    items.map((item) => sql`${item}`),
    sql`, `,
  );

function valuesOf(by: Order["by"], { value, id }: Cursor): unknown[] {
  return Array.isArray(by) ? [...(JSON.parse(value) as unknown[]), id] : [value, id];
}

/** Makes a page of `size` rows out of one more than that, as fetched by `keyset`; `keyOf` gives a row's sort value and id. */
export function pageOf<Row>(
  fetched: readonly Row[],
  size: number,
  cursor: Cursor | null,
  keyOf: (row: Row) => { value: string; id: string },
): Page<Row> {
  const backwards = cursor?.side === "before";
  const rows = fetched.slice(0, size);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const more = fetched.length > size;
  const page: Page<Row> = { rows };
  if (first && (backwards ? more : cursor)) page.newer = writeCursor({ side: "before", ...keyOf(first) });
  if (last && (backwards || more)) page.older = writeCursor({ side: "after", ...keyOf(last) });
  return page;
}
