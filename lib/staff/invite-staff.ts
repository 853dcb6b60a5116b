import { eq } from "drizzle-orm";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
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
  const [known] = await tx
    .select({ name: staffUsers.name })
    .from(staffUsers)
    .where(eq(staffUsers.email, email));
  if (known) throw taken(`${known.name} signs in with this address already. Look for them in the list.`);
  const id = newId();
  await tx
    .insert(staffUsers)
    .values({ organisationId: actor.organisationId, id, name, email })
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== "staff_users_email_unique") throw error;
      throw taken("This address cannot be used here: it signs in somewhere else. Use a different one.");
    });
  return id;
}

const taken = (words: string) =>
  new Refusal("conflict", "Some entries need your attention.", { email: words });
