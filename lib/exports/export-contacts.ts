import type { StaffActor } from "@/db/actor";
import { listContacts, type ContactRow } from "@/lib/contacts/list-contacts";
import type { ContactColumn, ContactListQuery } from "@/lib/contacts/list-input";
import { dateTimeText, type CsvExport } from "./csv-download";
import { ROWS_A_BATCH, walkPages } from "./walk-pages";

type Words = {
  labels: Record<ContactColumn | "name", string>;
  /** What the states of a login are called. */
  states: Record<string, string>;
  timeZone: string;
};

/** The rows of the grid of contacts, in its columns and its order; the company’s code stands before its name. */
export function exportContacts(
  actor: StaffActor,
  query: ContactListQuery,
  { labels, states, timeZone }: Words,
): CsvExport {
  const columns: Record<ContactColumn | "name", (row: ContactRow) => string[]> = {
    name: (row) => [row.name],
    company: (row) => [row.companyCode, row.companyName],
    state: ({ credential }) => [credential ? (states[credential.state.kind] ?? credential.state.kind) : ""],
    email: (row) => [row.credential?.email ?? ""],
    jobTitle: (row) => [row.jobTitle],
    phone: (row) => [row.phone],
    lastSignIn: (row) => [dateTimeText(row.credential?.lastSignInAt, timeZone)],
    updated: (row) => [dateTimeText(row.updatedAt, timeZone)],
  };
  const keys = ["name", ...query.columns] as const;
  return {
    headings: keys.flatMap((key) =>
      key === "company" ? [`${labels.company} ID`, labels.company] : labels[key],
    ),
    batches: walkPages(actor, {
      list: (tx, page) => listContacts(tx, actor, { ...query, page }, ROWS_A_BATCH),
      cells: (_, rows) => rows.map((row) => keys.flatMap((key) => columns[key](row))),
    }),
  };
}
