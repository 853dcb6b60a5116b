import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { reachFor, type StaffNeed } from "@/lib/auth/needs";
import { findAssignment } from "./queries";

/**
 * Whether a staff user meets a need at that company, whose reach may be narrower than that of the page it stands on: for offering the
 * means to an act, or a part of a page. The acts themselves check again.
 */
export async function mayAtCompany(
  tx: Tx,
  { staffId, roles }: Pick<StaffActor, "staffId" | "roles">,
  need: StaffNeed,
  companyId: string,
): Promise<boolean> {
  const reach = reachFor(need, roles);
  if (reach === null || reach === "all") return reach === "all";
  const level = await findAssignment(tx, staffId, companyId);
  return reach === "administered" ? level === "administrator" : level !== null;
}
