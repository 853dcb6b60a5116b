import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import type { Page } from "@/lib/paging/keyset";

/** Rows a transaction: none is held open while a slow reader downloads. */
export const ROWS_A_BATCH = 1_000;

type Source<Row> = {
  /** Reads the page that a cursor leads to, the first one without. */
  list: (tx: Tx, page: string | undefined) => Promise<Page<Row>>;
  /** Makes the cells of its rows, in their order. */
  cells: (tx: Tx, rows: Row[]) => Promise<string[][]> | string[][];
};

/** Walks a list page by page, each read as `actor` in a transaction of its own. */
export async function* walkPages<Row>(
  actor: StaffActor,
  { list, cells }: Source<Row>,
): AsyncGenerator<string[][]> {
  let page: string | undefined;
  do {
    const from = page;
    const batch = await asActor(actor, async (tx) => {
      const { rows, older } = await list(tx, from);
      return { cells: await cells(tx, rows), older };
    });
    yield batch.cells;
    page = batch.older;
  } while (page);
}
