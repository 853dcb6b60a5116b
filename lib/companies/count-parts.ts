import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";

/** How many of each belong to a company: contacts, assigned staff, projects that are not archived, and direct sites. */
export type CompanyParts = { contacts: number; users: number; projects: number; sites: number };

/** Counts what the tabs of a company's page lead to, as far as it can be seen. */
export async function countCompanyParts(tx: Tx, companyId: string): Promise<CompanyParts> {
  const count = (what: string, where: string) =>
    sql`(SELECT count(*)::int FROM ${sql.raw(what)} WHERE ${sql.raw(where)} = ${companyId})`;
  const { rows } = await tx.execute<CompanyParts>(
    sql`SELECT ${count("contacts", "company_id")} AS contacts, ${count("assignments", "company_id")} AS users,
      ${count("projects", "archived_at IS NULL AND company_id")} AS projects, ${count("companies", "parent_id")} AS sites`,
  );
  return rows[0] ?? { contacts: 0, users: 0, projects: 0, sites: 0 };
}
