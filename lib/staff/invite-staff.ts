import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { newId } from "@/lib/platform/ids";
import { claimAddress } from "./address";
import { changeRights, demandHolds, type StaffContext } from "./change-rights";
import { demandGroupRoles, writeHeld } from "./held-roles";
import type { InviteStaffInput } from "./input";
import { mailInvitation } from "./mail-links";

/** Adds a colleague with their roles and sends them the link with which they choose a password. */
export function inviteStaff(
  context: StaffContext,
  { name, email, roles, groupRoleIds }: InviteStaffInput,
): Promise<{ staffId: string; name: string; email: string }> {
  const { tx, actor } = context;
  return changeRights(context, async (own) => {
    const groups = await demandGroupRoles(tx, groupRoleIds);
    demandHolds(own, [...roles, ...groups.flatMap((group) => group.roles)]);
    const staffId = await addStaff(context, name, email);
    await writeHeld(context, staffId, { roles: [], groupRoleIds: [] }, { roles, groupRoleIds });
    await mailInvitation(tx, actor, { id: staffId, name, email });
    await record(tx, actor, {
      ...{ act: "staff.invited", staffId, subject: name },
      after: { email, roles, groupRoles: groups.map((group) => group.name) },
    });
    return { staffId, name, email };
  });
}

async function addStaff({ tx, actor }: StaffContext, name: string, email: string): Promise<string> {
  const id = newId();
  await claimAddress(tx, email, () =>
    tx.insert(staffUsers).values({ organisationId: actor.organisationId, id, name, email }),
  );
  return id;
}
