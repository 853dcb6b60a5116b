import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import type { CompanyKind, CompanyStatus } from "@/lib/companies/input";
import { listCompanies, type CompanyRow } from "@/lib/companies/list-companies";
import type { ColumnKey, CompanyListQuery } from "@/lib/companies/list-input";
import { fieldLabel, importFields } from "@/lib/imports/fields";
import { dateTimeText, type CsvExport } from "./csv-download";
import { ROWS_A_BATCH, walkPages } from "./walk-pages";

/** Which grid is exported, and who looks at it. */
type Grid = { actor: StaffActor; kind: CompanyKind; query: CompanyListQuery };

const listing =
  ({ actor, kind, query }: Grid) =>
  (tx: Tx, page: string | undefined) =>
    listCompanies(tx, actor, kind, { ...query, page }, ROWS_A_BATCH);

type Words = {
  labels: Record<ColumnKey | "name", string>;
  statuses: Record<CompanyStatus, string>;
  timeZone: string;
};

/** The rows of a grid of companies, in its columns and its order. */
export function exportShownColumns(grid: Grid, { labels, statuses, timeZone }: Words): CsvExport {
  const columns: Record<ColumnKey | "name", (row: CompanyRow) => string> = {
    name: (row) => row.name,
    code: (row) => row.code,
    city: (row) => row.city,
    country: (row) => row.country,
    status: (row) => statuses[row.status],
    phone: (row) => row.phone,
    email: (row) => row.email,
    parent: (row) => row.parentName ?? "",
    updated: (row) => dateTimeText(row.updatedAt, timeZone),
  };
  const keys = ["name", ...grid.query.columns] as const;
  return {
    headings: keys.map((key) => labels[key]),
    batches: walkPages(grid.actor, {
      list: listing(grid),
      cells: (_, rows) => rows.map((row) => keys.map((key) => columns[key](row))),
    }),
  };
}

const fields = importFields.filter(({ of }) => of === "company");
const parent = alias(companies, "parent");

/** The same rows with every field, under headings that an import knows again. */
export function exportEveryField(grid: Grid): CsvExport {
  return {
    headings: fields.map((field) => fieldLabel(field, grid.kind)),
    batches: walkPages(grid.actor, {
      list: listing(grid),
      cells: async (tx, rows) => {
        const whole = await loadCells(tx, rows);
        return rows.flatMap(({ id }) => whole.get(id) ?? []);
      },
    }),
  };
}

/** The cells of each of these companies, as a row for its id. */
async function loadCells(tx: Tx, rows: CompanyRow[]): Promise<Map<string, string[][]>> {
  const found = await tx
    .select({ company: companies, parentCode: parent.code })
    .from(companies)
    .leftJoin(
      parent,
      and(eq(parent.organisationId, companies.organisationId), eq(parent.id, companies.parentId)),
    )
    .where(sql`${companies.id} = ANY (${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  return new Map(
    found.map(({ company, parentCode }) => {
      const values: Record<string, unknown> = { ...company, parentId: parentCode };
      return [company.id, [fields.map(({ column }) => String(values[column] ?? ""))]];
    }),
  );
}
