import { and, ne, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { findIds } from "@/lib/search/find-ids";
import { statusInput, type CompanyKind } from "./input";
import { searchedCompanies } from "./list-companies";

/** A company to be chosen in a type-ahead: its id, its name, and what tells like-named ones apart. */
export type CompanyOption = { value: string; label: string; detail: string };

const MOST_OPTIONS = 10;

/** The first ten companies whose code or name fits what was typed, by name; `not` is left out. */
export async function listCompanyOptions(
  tx: Tx,
  actor: StaffActor,
  kind: CompanyKind,
  { q, not }: { q: string; not?: string },
): Promise<CompanyOption[]> {
  const order = { by: companies.name, descending: false };
  const list = searchedCompanies(actor, kind, statusInput.options, order, q);
  const { ids } = await findIds(tx, list, null, MOST_OPTIONS + 1);
  const rows = await tx
    .select({ id: companies.id, name: companies.name, code: companies.code, city: companies.city })
    .from(companies)
    .where(
      and(sql`${companies.id} = ANY (${sql.param(ids)}::uuid[])`, not ? ne(companies.id, not) : undefined),
    )
    .orderBy(companies.name, companies.id)
    .limit(MOST_OPTIONS);
  return rows.map(({ id, name, code, city }) => ({
    value: id,
    label: name,
    detail: [code, city].filter(Boolean).join(" · "),
  }));
}
