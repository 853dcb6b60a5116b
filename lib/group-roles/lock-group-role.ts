import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import type { GroupRoleKind } from "./kind";

/** A group role as it stands, locked until the transaction ends. */
export type LockedGroupRole = Awaited<ReturnType<typeof lockGroupRole>>;

/** Locks a group role; whoever wants to give it to somebody waits too, so that a count of its members holds. */
export async function lockGroupRole(
  tx: Tx,
  groupRoleId: string,
  audience: GroupRoleKind["audience"] = "contact",
) {
  const [found] = await tx
    .select()
    .from(groupRoles)
    .where(and(eq(groupRoles.audience, audience), eq(groupRoles.id, groupRoleId)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such group role. Somebody may have deleted it.");
  return found;
}
