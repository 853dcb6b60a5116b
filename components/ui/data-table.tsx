import type { ReactNode } from "react";
import { cn } from "./cn";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The address that sorts by this column next, and how the rows are sorted by it now. */
  sort?: { href: string; direction?: "ascending" | "descending" };
  /** Numbers and dates that are compared stand at the end. */
  align?: "end";
  /** Left out of a narrow window. */
  wide?: boolean;
};

/** Which acts of the row menu fit a row: all of them, or those whose keys are listed. */
export type RowActs = true | string[];

/**
 * A table as plain HTML made on the server. The first column names the row and opens it. With `pick`, rows can be
 * chosen inside a SelectionArea; with `acts`, each has a button that the RowMenu around the table answers.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowId,
  rowName,
  pick,
  acts,
  quiet,
}: {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  pick?: boolean;
  acts?: (row: Row) => RowActs;
  /** Rows that are there but done with, in a fainter colour. */
  quiet?: (row: Row) => boolean;
}) {
  return (
    // The box scrolls when the table is wider than the window, so the keyboard must be able to reach it.
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      <table className="data-table">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {pick ? (
              <th className="pick">
                <input
                  className="tick needs-script"
                  type="checkbox"
                  data-pick-all=""
                  aria-label="Select all rows"
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
            {acts ? (
              <th className="more">
                <span className="sr-only">Acts</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className={quiet?.(row) ? "quiet" : undefined}>
              {pick ? (
                <td className="pick">
                  <input
                    className="tick"
                    type="checkbox"
                    name="pick"
                    value={rowId(row)}
                    aria-label={`Select ${rowName(row)}`}
                  />
                </td>
              ) : null}
              {columns.map((column, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? "row" : undefined}
                    className={cellClass(column)}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
              {acts ? <MoreCell id={rowId(row)} name={rowName(row)} acts={acts(row)} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass({ align, wide }: { align?: "end"; wide?: boolean }): string | undefined {
  return cn(align, wide && "wide") || undefined;
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort } = column;
  return (
    <th scope="col" className={cellClass(column)} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}>{header}</a> : header}
    </th>
  );
}

function MoreCell({ id, name, acts }: { id: string; name: string; acts: RowActs }) {
  return (
    <td className="more">
      <button
        type="button"
        className="needs-script"
        aria-haspopup="menu"
        aria-label={`More for ${name}`}
        data-row={id}
        data-acts={acts === true ? undefined : acts.join(" ")}
      />
    </td>
  );
}
