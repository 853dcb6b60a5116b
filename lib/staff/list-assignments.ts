import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { assignments, companies } from "@/db/schema";

/** So many of somebody's companies are shown on their page. */
export const MOST_ASSIGNMENTS = 50;

/** A company that a staff user is assigned to, and as what. */
export type Assignment = Awaited<ReturnType<typeof listAssignments>>["rows"][number];

/** The first companies, by name, that a staff user is assigned to, and how many there are in all. */
export async function listAssignments(tx: Tx, staffId: string) {
  const theirs = eq(assignments.staffId, staffId);
  const rows = await tx
    .select({ id: companies.id, name: companies.name, kind: companies.kind, level: assignments.level })
    .from(assignments)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, assignments.organisationId), eq(companies.id, assignments.companyId)),
    )
    .where(theirs)
    .orderBy(asc(companies.name), asc(companies.id))
    .limit(MOST_ASSIGNMENTS);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(assignments)
    .where(theirs);
  return { rows, total: counted?.total ?? 0 };
}
