import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { staffGroupRoles, staffRoles } from "@/db/schema";
import { listStaffGroupRoles } from "@/lib/group-roles/queries";
import { Refusal } from "@/lib/platform/errors";
import type { StaffContext } from "./change-rights";
import type { StaffPerson } from "./people";

type Chosen = Awaited<ReturnType<typeof listStaffGroupRoles>>;

/** The group roles for staff with these ids; refused when one is not there any more. */
export async function demandGroupRoles(tx: Tx, ids: readonly string[]): Promise<Chosen> {
  const chosen = (await listStaffGroupRoles(tx)).filter(({ id }) => ids.includes(id));
  if (chosen.length < new Set(ids).size)
    throw new Refusal("invalid", "Some entries need your attention.", {
      groupRoleIds: "A group role that you chose is not there any more. Choose again.",
    });
  return chosen;
}

/** Names what somebody holds, so that a form can tell whether it changed since it was opened. */
export const heldText = ({ roles, groupRoles }: Pick<StaffPerson, "roles" | "groupRoles">): string =>
  [...roles, ...groupRoles.map(({ id }) => id)].sort().join(" ");

/** Makes a staff user hold exactly these roles and group roles. */
export async function writeHeld(
  { tx, actor: { organisationId } }: StaffContext,
  staffId: string,
  before: { roles: readonly string[]; groupRoleIds: readonly string[] },
  after: { roles: readonly string[]; groupRoleIds: readonly string[] },
): Promise<void> {
  const [goneRoles, newRoles] = changes(before.roles, after.roles);
  const [goneGroups, newGroups] = changes(before.groupRoleIds, after.groupRoleIds);
  if (goneRoles.length > 0)
    await tx
      .delete(staffRoles)
      .where(and(eq(staffRoles.staffId, staffId), inArray(staffRoles.role, goneRoles)));
  if (goneGroups.length > 0)
    await tx
      .delete(staffGroupRoles)
      .where(and(eq(staffGroupRoles.staffId, staffId), inArray(staffGroupRoles.groupRoleId, goneGroups)));
  if (newRoles.length > 0)
    await tx.insert(staffRoles).values(newRoles.map((role) => ({ organisationId, staffId, role })));
  if (newGroups.length > 0)
    await tx
      .insert(staffGroupRoles)
      .values(newGroups.map((groupRoleId) => ({ organisationId, staffId, groupRoleId })));
}

const changes = (before: readonly string[], after: readonly string[]): [gone: string[], added: string[]] => [
  before.filter((one) => !after.includes(one)),
  after.filter((one) => !before.includes(one)),
];
