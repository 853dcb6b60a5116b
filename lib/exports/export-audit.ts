import type { StaffActor } from "@/db/actor";
import { doneWords } from "@/lib/audit/act-words";
import { listEvents, type EventRow } from "@/lib/audit/list-events";
import type { AuditQuery } from "@/lib/audit/list-input";
import { dateTimeText, type CsvExport } from "./csv-download";
import { ROWS_A_BATCH, walkPages } from "./walk-pages";

type Words = {
  /** What those who act are called, by kind. */
  kinds: Record<EventRow["actorKind"], string>;
  /** What an event changed, field by field, in words. */
  changes: (event: EventRow) => { name: string; before: string; after: string }[];
  timeZone: string;
};

const headings = [
  "When",
  "Who",
  "Kind",
  "What",
  "About",
  "Company ID",
  "Company",
  "Contact",
  "Before",
  "After",
  "Event",
];

/** The events that `query` finds, the latest first, each with what it changed. */
export function exportAudit(actor: StaffActor, query: AuditQuery, words: Words): CsvExport {
  const { timeZone } = words;
  return {
    headings,
    batches: walkPages(actor, {
      list: (tx, page) => listEvents(tx, { actor, timeZone }, { ...query, page }, ROWS_A_BATCH),
      cells: (_, rows) => rows.map((row) => cellsOf(row, words)),
    }),
  };
}

function cellsOf(row: EventRow, { kinds, changes, timeZone }: Words): string[] {
  const fields = changes(row);
  const side = (which: "before" | "after") =>
    fields.flatMap((field) => (field[which] ? [`${field.name}: ${field[which]}`] : [])).join("\n");
  return [
    ...[dateTimeText(row.at, timeZone), row.actorName, kinds[row.actorKind], doneWords(row.act), row.subject],
    ...[row.company?.code ?? "", row.company?.name ?? "", row.contact?.name ?? ""],
    ...[side("before"), side("after"), row.id],
  ];
}
