import { asc, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";

/** The names of these companies in their order; those that cannot be seen are absent. */
export async function listCompanyNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(sql`${companies.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(asc(companies.name), asc(companies.id));
}
