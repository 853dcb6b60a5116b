import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";

/** What staff with limited reach may see: the companies assigned to them, as a query of ids and as a condition on rows. */
export type OwnCompanies = { ids: SQL; test: SQL };

/**
 * The companies that `actor` is limited to, or undefined when all are in reach. Row-level security holds staff to them anyway; saying it in
 * a query too lets its plan begin with those few.
 */
export function ownCompanies({ reach, staffId }: StaffActor, companyId: AnyColumn): OwnCompanies | undefined {
  if (reach === "all") return undefined;
  const ids = sql`SELECT company_id FROM assignments WHERE staff_id = ${staffId}`;
  return { ids, test: sql`${companyId} = ANY (ARRAY(${ids}))` };
}
