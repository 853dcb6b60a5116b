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
  /** What a narrow window, which has no headings, writes before it: where the value does not speak for itself. */
  says?: string;
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
  const cells = columns.map((column, index) => ({
    ...{ column, first: index === 0 },
    look: { ...lookOf(column), ...(column.says ? { "data-says": column.says } : null) },
  }));
  return (
    // The box scrolls when the table is wider than the window, so the keyboard must be able to reach it.
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      <table className={cn("data-table", pick && "has-pick", acts && "has-more")}>
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {pick ? (
              <th>
                <input
                  type="checkbox"
                  data-pick-all=""
                  aria-label="Select all rows"
                  className="needs-script"
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
            {acts ? (
              <th>
                <span className="sr-only">Acts</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} {...(quiet?.(row) ? { className: "quiet" } : null)}>
              {pick ? <PickCell id={rowId(row)} name={rowName(row)} /> : null}
              {cells.map(({ column, first, look }) =>
                first ? (
                  <th key={column.key} scope="row" {...look}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...look}>
                    {column.cell(row)}
                  </td>
                ),
              )}
              {acts ? <MoreCell id={rowId(row)} name={rowName(row)} acts={acts(row)} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Spread rather than passed: an attribute that is undefined would still travel to the browser once a cell. */
function lookOf({ align, wide }: { align?: "end"; wide?: boolean }): { className?: string } {
  const className = cn(align, wide && "wide");
  return className ? { className } : {};
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort } = column;
  return (
    <th scope="col" aria-sort={sort?.direction} {...lookOf(column)}>
      {sort ? <a href={sort.href}>{header}</a> : header}
    </th>
  );
}

function PickCell({ id, name }: { id: string; name: string }) {
  return (
    <td>
      <input type="checkbox" name="pick" value={id} aria-label={`Select ${name}`} />
    </td>
  );
}

function MoreCell({ id, name, acts }: { id: string; name: string; acts: RowActs }) {
  return (
    <td>
      <button
        type="button"
        aria-haspopup="menu"
        aria-label={`More for ${name}`}
        data-row={id}
        {...(acts === true ? null : { "data-acts": acts.join(" ") })}
      />
    </td>
  );
}
