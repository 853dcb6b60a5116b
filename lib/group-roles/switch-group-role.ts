import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { contactKind } from "./contact-kind";
import type { GroupRoleKind } from "./kind";
import { lockGroupRole } from "./lock-group-role";

type Context = { tx: Tx; actor: StaffActor };
type Which = { groupRoleId: string };

/** Makes a group role give nothing until it is reactivated; its members keep it. */
export const deactivateGroupRole = (context: Context, which: Which, kind = contactKind) =>
  turn(context, which, kind, false);

/** Makes a group role give its members again what it holds. */
export const reactivateGroupRole = (context: Context, which: Which, kind = contactKind) =>
  turn(context, which, kind, true);

async function turn({ tx, actor }: Context, { groupRoleId }: Which, kind: GroupRoleKind, isActive: boolean) {
  const stored = await lockGroupRole(tx, groupRoleId, kind.audience);
  if (stored.isActive === isActive) return { groupRoleId, gaining: 0, losing: 0 };
  const effects = await kind.countEffects(tx, stored, { ...stored, isActive });
  await tx
    .update(groupRoles)
    // A form that is open somewhere else does not hold this, so it need not hear of it.
    .set({ isActive })
    .where(eq(groupRoles.id, groupRoleId));
  await record(tx, actor, {
    act: isActive ? "group-role.reactivated" : "group-role.deactivated",
    subject: stored.name,
    before: { groupRoleId, isActive: !isActive },
    after: { isActive, members: await kind.countMembers(tx, groupRoleId), ...effects },
  });
  return { groupRoleId, ...effects };
}
