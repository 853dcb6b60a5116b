import { parse, type CsvError } from "csv-parse";
import { LONGEST_ROW_BYTES } from "./limits";

/** A row of a CSV file and the line, counted from 1, on which it begins. */
export type FileRow = { line: number; cells: string[] };

/** Where and why a file cannot be read on. */
export type FileFault = { line: number; message: string };

const messages: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED:
    "A quotation mark is opened here and never closed, so the rest of the file cannot be read.",
  CSV_MAX_RECORD_SIZE:
    "This row is longer than 256 KB. A quotation mark is probably missing, or there is one too many.",
};
const OTHER_FAULT = "The file cannot be read from here on. Save it as CSV again.";

/**
 * Reads a CSV file slice by slice and yields the rows of each slice, the headings first, blank lines left out. Returns the
 * fault that stopped it, or undefined when it came to the end.
 */
export async function* readRows(
  slices: Iterable<Buffer>,
  delimiter: string,
): AsyncGenerator<FileRow[], FileFault | undefined> {
  const rows: FileRow[] = [];
  const lines = new LineCounter();
  const parser = openParser(delimiter, lines, rows);
  const take = async (work: (done: (error?: Error | null) => void) => void) => {
    const error = await new Promise<Error | null | undefined>(work);
    return error ? faultAt(lines.next, error) : undefined;
  };
  for (const slice of slices) {
    const fault = await take((done) => parser.write(slice, done));
    yield rows.splice(0);
    if (fault) return fault;
  }
  const fault = await take((done) => parser.end(done));
  yield rows.splice(0);
  return fault;
}

const faultAt = (line: number, error: Error): FileFault => ({
  line,
  message: messages[(error as CsvError).code] ?? OTHER_FAULT,
});

function openParser(delimiter: string, lines: LineCounter, rows: FileRow[]) {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW_BYTES,
    // Taking rows here, and handing none to the stream, costs no turn of the event loop for each.
    on_record: (cells: string[], context) => {
      const line = lines.begin(cells, context.lines, context.empty_lines);
      const isHint = line === 1 && /^sep=/i.test(cells[0] ?? "");
      if (!isHint) rows.push({ line, cells });
      return null;
    },
  });
  // Errors arrive where the slice was written; without a listener they would end the process as well.
  parser.on("error", () => undefined);
  return parser.resume();
}

/** The parser counts a CR LF inside quotes twice, and says where a row ends; people want to know where it begins. */
class LineCounter {
  next = 1;
  private before = { lines: 0, blank: 0 };

  begin(cells: string[], lines: number, blank: number): number {
    const skipped = blank - this.before.blank;
    const begins = this.next + skipped;
    const isOnOneLine = lines - this.before.lines - skipped === 1;
    this.next = begins + 1 + (isOnOneLine ? 0 : countBreaks(cells));
    this.before = { lines, blank };
    return begins;
  }
}

const countBreaks = (cells: string[]) =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
