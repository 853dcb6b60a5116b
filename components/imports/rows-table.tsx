import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ImportRow } from "@/lib/imports/queries";
import { outcomeTones, wasDone, willBe } from "./words";

type Words = {
  /** Where companies of this kind have their pages: "/customers". */
  path: string;
  idLabel: string;
  fieldLabel: (key: string) => string;
  isDone: boolean;
};

/** Rows of a file with what becomes, or became, of each. */
export function RowsTable({ rows, ...words }: { rows: ImportRow[] } & Words) {
  const outcomes = words.isDone ? wasDone : willBe;
  const columns: Column<ImportRow>[] = [
    { key: "line", header: "Line", says: "Line", cell: (row) => row.line },
    {
      key: "outcome",
      header: "Outcome",
      cell: (row) => <Badge tone={outcomeTones[row.outcome]}>{outcomes[row.outcome]}</Badge>,
    },
    { key: "name", header: "Name", cell: (row) => <Name row={row} {...words} />, wide: true },
    { key: "details", header: "What exactly", cell: (row) => <NameAndDetails row={row} {...words} /> },
    {
      key: "code",
      header: words.idLabel,
      cell: (row) => row.code || <Generated row={row} />,
      wide: true,
    },
    { key: "contact", header: "Contact", cell: (row) => row.contact, wide: true },
  ];
  return (
    <DataTable
      label="Rows of the file"
      columns={columns}
      rows={rows}
      rowId={(row) => String(row.line)}
      rowName={(row) => row.name || `Line ${row.line}`}
      quiet={(row) => row.outcome === "unchanged"}
    />
  );
}

function Generated({ row }: { row: ImportRow }) {
  return row.outcome === "create" ? <span className="text-faint">generated</span> : null;
}

function Name({ row, path, isDone }: { row: ImportRow } & Words) {
  const isThere = isDone || row.outcome === "update" || row.outcome === "unchanged";
  const name = row.name || row.code || "(no name)";
  return isThere && row.companyId && row.outcome !== "error" ? (
    <a href={`${path}/${row.companyId}`}>{name}</a>
  ) : (
    name
  );
}

// A phone has no room for a column of names.
const NameAndDetails = (props: { row: ImportRow } & Words) => (
  <>
    <span className="block max-w-44 truncate pt-1.5 font-medium text-ink md:hidden">
      <Name {...props} />
    </span>
    <Details {...props} />
  </>
);

function Details({ row, fieldLabel }: { row: ImportRow } & Words) {
  const changes = Object.entries(row.changes ?? {});
  return (
    <ul className="grid gap-0.5 py-1.5 whitespace-normal [&:empty]:hidden">
      {(row.problems ?? []).map((problem) => (
        <li key={problem.field + problem.message} className="min-w-36 md:min-w-60 text-bad">
          <Problem {...problem} fieldLabel={fieldLabel} />
        </li>
      ))}
      {changes.map(([field, [before, after]]) => (
        <li key={field} className="min-w-36 md:min-w-60">
          {fieldLabel(field)}: <Value text={before} /> <span aria-label="becomes">→</span>{" "}
          <span className="text-ink">
            <Value text={after} />
          </span>
        </li>
      ))}
      {(row.notes ?? []).map((note) => (
        <li key={note} className="min-w-36 md:min-w-60">
          {note}
        </li>
      ))}
    </ul>
  );
}

function Problem({
  field,
  message,
  contactId,
  fieldLabel,
}: RowProblem & { fieldLabel: (key: string) => string }) {
  return (
    <>
      {field ? <span className="font-medium">{fieldLabel(field)}: </span> : null}
      {message}
      {contactId ? (
        <>
          {" "}
          <a className="underline" href={`/contacts/${contactId}`}>
            Open contact
          </a>
        </>
      ) : null}
    </>
  );
}

type RowProblem = NonNullable<ImportRow["problems"]>[number];

const LONGEST_SHOWN = 80;

function Value({ text }: { text: string }) {
  if (text === "") return <span className="text-faint">empty</span>;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
