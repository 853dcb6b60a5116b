import { stringify } from "csv-stringify/sync";
import { guardCell } from "@/lib/imports/guard";

/** Rows as CSV: commas, CR LF as RFC 4180 has it, and no cell that a spreadsheet would run as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(guardCell)),
    // A lone line feed needs quotes too, and some programs drop blanks at the ends of a cell without.
    { record_delimiter: "windows", quoted_match: /[\r\n]|^\s|\s$/ },
  );
