import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import type { CompanyStatus } from "./input";

/** A site below a company; `depth` counts from 1 for its direct sites. */
export type Site = {
  id: string;
  parentId: string;
  depth: number;
  code: string;
  name: string;
  city: string;
  status: CompanyStatus;
};

const MOST_SITES = 500;

/** The sites of a company and theirs in turn, each below its parent and by name, as far as they can be seen; at most 500. */
export async function listSites(tx: Tx, companyId: string): Promise<Site[]> {
  const { rows } = await tx.execute<Site>(sql`
    WITH RECURSIVE tree AS (
      SELECT id, parent_id, 1 AS depth, code, name, city, status, ARRAY[name, id::text] AS path
        FROM companies WHERE parent_id = ${companyId}
      UNION ALL
      SELECT site.id, site.parent_id, tree.depth + 1, site.code, site.name, site.city, site.status,
          tree.path || ARRAY[site.name, site.id::text]
        FROM companies site JOIN tree ON site.parent_id = tree.id
    )
    SELECT id, parent_id AS "parentId", depth, code, name, city, status FROM tree ORDER BY path LIMIT ${MOST_SITES}`);
  return rows;
}
