import type { RowProblem } from "@/db/schema";
import { cleanCell } from "./clean-cell";
import type { MappedField } from "./mapping";
import type { FileRow } from "./read-rows";

/** A row whose cells were held against the rules of the forms; `values` stand in the order of the mapped fields. */
export type CheckedRow = {
  line: number;
  values: string[];
  problems: RowProblem[];
  notes: string[];
};

const LONGEST_SHOWN = 120;

/** Checks each cell of a row as the form of its field would; an empty cell is always well, and what it means is decided later. */
export function checkRow(
  { line, cells }: FileRow,
  fields: readonly MappedField[],
  width: number,
): CheckedRow {
  const row: CheckedRow = { line, values: [], problems: [], notes: [] };
  for (const field of fields) {
    const { text, note } = cleanCell(field.key, cells[field.at] ?? "");
    if (note) row.notes.push(note);
    row.values.push(text === "" ? "" : checkCell(field, text, row.problems));
  }
  if (isRagged(cells, width)) row.problems.push({ field: "", message: ragged(cells.length, width) });
  return row;
}

function checkCell({ key, rule }: MappedField, text: string, problems: RowProblem[]): string {
  const parsed = rule.safeParse(text);
  if (parsed.success && typeof parsed.data === "string") return parsed.data;
  const message =
    key === "status"
      ? `“${printable(text)}” is no status. Use Active, Inactive, Blacklisted or Closed.`
      : (parsed.error?.issues[0]?.message ?? "This cannot be read.");
  problems.push({ field: key, message });
  return printable(text);
}

// Such a row is an error and never written; what is left of the cell lets people recognise it.
const printable = (text: string) => text.replace(/[\u0000-\u001f\u007f]/g, " ").slice(0, LONGEST_SHOWN);

const isRagged = (cells: string[], width: number) =>
  cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "");

const ragged = (cells: number, width: number) =>
  `The row has ${cells} ${cells === 1 ? "cell" : "cells"}, and the headings are ${width}. A quotation mark or a delimiter is probably missing.`;
