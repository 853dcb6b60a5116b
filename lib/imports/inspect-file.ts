import { createHash } from "node:crypto";
import type { FileColumn } from "@/db/schema";
import { decodeFile } from "./decode-file";
import { guessDelimiter } from "./guess-delimiter";
import { LONGEST_ROW_BYTES, MOST_COLUMNS } from "./limits";
import { readRows, type FileRow } from "./read-rows";
import { refuseUpload } from "./upload-refusals";

/** What is known of a file before anybody has said what its columns mean. */
export type InspectedFile = {
  text: Buffer;
  encoding: string;
  delimiter: string;
  columns: FileColumn[];
  /** Rows below the headings, as far as counting line ends can tell. */
  rowsTotal: number;
  hash: string;
};

const START = 64 * 1024;
const SAMPLES = 3;
const LONGEST_HEADING = 100;
const [NEW_LINE, RETURN] = [10, 13];

/** Looks into an uploaded file; refuses what is no list, saying what to do instead. */
export async function inspectFile(bytes: Buffer): Promise<InspectedFile> {
  const { text, encoding } = decodeFile(bytes);
  const lines = countLines(text);
  const delimiter = guessDelimiter(text.subarray(0, START).toString());
  const [headings, ...rows] = await firstRows(text, delimiter);
  if (!headings || headings.cells.every((cell) => cell.trim() === "")) throw refuseUpload("empty");
  if (headings.cells.length > MOST_COLUMNS)
    throw refuseUpload(
      "too-wide",
      `The file has ${headings.cells.length.toLocaleString("en")} columns, and at most ${MOST_COLUMNS} can be read. Keep those that you need.`,
    );
  if (!rows[0]) throw refuseUpload("no-rows");
  const columns = headings.cells.map((heading, at) => columnOf(heading, at, rows));
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { text, encoding, delimiter, columns, rowsTotal: Math.max(1, lines - headings.line), hash };
}

/** The headings and the first rows, read no further than they need. */
async function firstRows(text: Buffer, delimiter: string): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const some of readRows(slicesOf(text, START), delimiter)) {
    rows.push(...some);
    if (rows.length > SAMPLES) break;
  }
  return rows.slice(0, 1 + SAMPLES);
}

function* slicesOf(text: Buffer, bytes: number): Generator<Buffer> {
  for (let at = 0; at < text.length; at += bytes) yield text.subarray(at, at + bytes);
}

function columnOf(heading: string, at: number, rows: FileRow[]): FileColumn {
  const short = (cell: string) => cell.trim().slice(0, LONGEST_HEADING);
  const samples = rows.map(({ cells }) => short(cells[at] ?? "")).filter((cell) => cell && cell !== "NULL");
  return { heading: short(heading), samples };
}

/** Counts lines, and refuses one so long that its cells alone would fill the memory. */
function countLines(text: Buffer): number {
  let lines = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = endOfLine(text, start);
    lines += 1;
    if (end - start > LONGEST_ROW_BYTES)
      throw refuseUpload(
        "too-long",
        `Line ${lines.toLocaleString("en")} of the file is longer than 256 KB. This is no list of companies, or its line ends are missing.`,
      );
  }
  return lines;
}

function endOfLine(text: Buffer, start: number): number {
  const found = text.indexOf(NEW_LINE, start);
  const end = found < 0 ? text.length : found;
  if (end - start <= LONGEST_ROW_BYTES) return end;
  // Line ends of old Macintoshes.
  const lone = text.indexOf(RETURN, start);
  return lone < 0 || lone > end ? end : lone;
}
