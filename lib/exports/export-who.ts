import type { StaffActor } from "@/db/actor";
import type { Reader } from "@/lib/access/explain";
import { listWho } from "@/lib/access/list-who";
import type { WhoQuery } from "@/lib/access/who-input";
import type { CsvExport } from "./csv-download";
import { ROWS_A_BATCH, walkPages } from "./walk-pages";

/** Who can see what was asked for, in the columns of the page. */
export function exportWho(actor: StaffActor, query: WhoQuery, reader: Reader): CsvExport {
  return {
    headings: ["Name", "E-mail", "Company ID", "Company", "Can use it now", "Why"],
    batches: walkPages(actor, {
      list: (tx, page) => listWho(tx, actor, { ...query, page }, reader, ROWS_A_BATCH),
      cells: (_, rows) =>
        rows.map(({ name, email, companyCode, companyName, isUsable, reason }) => [
          name,
          email,
          companyCode,
          companyName,
          isUsable ? "yes" : "no",
          reason,
        ]),
    }),
  };
}
