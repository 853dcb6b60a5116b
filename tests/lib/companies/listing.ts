import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listCompanies } from "@/lib/companies/list-companies";
import { readCompanyList } from "@/lib/companies/list-input";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";

/** What stands in the address of the grid. */
export type Params = Record<string, string | string[] | undefined>;

/** Somebody who reaches every company of an organisation that has none yet. */
export async function withoutCompanies(): Promise<StaffActor> {
  await resetDatabase();
  const { staff } = await somePeople();
  await asSuperuser("DELETE FROM contacts");
  await asSuperuser("DELETE FROM companies");
  return staff;
}

/** A page of the customers that `actor` sees at this address. */
export const list = (actor: StaffActor, params: Params = {}) =>
  asActor(actor, (tx) => listCompanies(tx, actor, "customer", readCompanyList(params)));

/** The same as names. */
export const names = async (actor: StaffActor, params?: Params): Promise<string[]> =>
  (await list(actor, params)).rows.map(({ name }) => name);

type Seed = { name: string; code: string; city: string; status: string; minute: number };

/** Writes many companies at once, as an import would. */
export async function seed({ organisationId }: StaffActor, rows: readonly Partial<Seed>[]): Promise<void> {
  const values = rows.map((row, index) => [
    ...[organisationId, newId(), row.name ?? `Company ${index}`, row.code ?? `K${index}`],
    ...[row.city ?? "", row.status ?? "active", `2026-01-01 00:${row.minute ?? 10}:00.000001+00`],
  ]);
  const tuple = (_: unknown, row: number) =>
    `('customer', ${Array.from({ length: 7 }, (__, column) => `$${row * 7 + column + 1}`).join(", ")})`;
  await asSuperuser(
    `INSERT INTO companies (kind, organisation_id, id, name, code, city, status, updated_at) VALUES ${values.map(tuple).join(", ")}`,
    values.flat(),
  );
}

/** The ids on every page from the first to the last, and the last page itself. */
export async function walkAll(
  actor: StaffActor,
  params: Params,
): Promise<{ pages: string[][]; last: Awaited<ReturnType<typeof list>> }> {
  const pages: string[][] = [];
  let page = await list(actor, params);
  for (;;) {
    pages.push(page.rows.map(({ id }) => id));
    if (!page.older || pages.length > 9) return { pages, last: page };
    page = await list(actor, { ...params, page: page.older });
  }
}
