import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import type { Audience } from "@/lib/access/permissions";
import { searchedWords } from "@/lib/platform/address";
import { isId } from "@/lib/platform/ids";
import { findFirstIds } from "@/lib/search/find-ids";
import type { CompanySuggestion } from "./input";

const MOST_OF_A_KIND = 10;

/** The first customers and suppliers in reach, closed ones left out, that `query` finds by code or name; without words, the first by name. */
export async function suggestCompanies(tx: Tx, query: string): Promise<CompanySuggestion[]> {
  const q = searchedWords(query);
  const customers = await suggest(tx, "customer", q);
  const suppliers = await suggest(tx, "supplier", q);
  return tx
    .select({
      id: companies.id,
      kind: companies.kind,
      code: companies.code,
      name: companies.name,
      city: companies.city,
    })
    .from(companies)
    .where(inArray(companies.id, [...customers, ...suppliers]))
    .orderBy(asc(companies.name), asc(companies.id));
}

/** The company with this id, as it is chosen, or null when it cannot be seen. */
export async function findCompanyToChoose(tx: Tx, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({ id: companies.id, name: companies.name, kind: companies.kind })
    .from(companies)
    .where(eq(companies.id, id));
  return found ?? null;
}

async function suggest(tx: Tx, kind: Audience, q: string): Promise<string[]> {
  const within = sql`${eq(companies.kind, kind)} AND ${companies.status} <> 'closed'`;
  const order = { by: companies.name, descending: false };
  const list = { table: companies, id: companies.id, kind, within, order, q };
  return findFirstIds(tx, list, MOST_OF_A_KIND);
}
