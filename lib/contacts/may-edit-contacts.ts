import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments } from "@/db/schema";
import { reachFor } from "@/lib/auth/needs";

/**
 * Whether a staff user may add and edit contacts of that company, or, without one, of any company: for offering the means to.
 * The acts themselves check again.
 */
export async function mayEditContacts(
  tx: Tx,
  { staffId, roles }: Pick<StaffActor, "staffId" | "roles">,
  companyId?: string,
): Promise<boolean> {
  const reach = reachFor("editContacts", roles);
  if (reach === null || reach === "all") return reach === "all";
  const found = await tx
    .select({ one: sql`1` })
    .from(assignments)
    .where(
      and(
        eq(assignments.staffId, staffId),
        companyId ? eq(assignments.companyId, companyId) : undefined,
        reach === "administered" ? eq(assignments.level, "administrator") : undefined,
      ),
    )
    .limit(1);
  return found.length > 0;
}
