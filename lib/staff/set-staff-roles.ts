import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { changeRights, demandHolds, demandPerson, type StaffContext } from "./change-rights";
import { demandGroupRoles, heldText, writeHeld } from "./held-roles";
import type { SetStaffRolesInput } from "./input";

/** Makes a colleague hold exactly these roles and group roles, from their next request on. */
export function setStaffRoles(
  context: StaffContext,
  { staffId, roles, groupRoleIds, seen }: SetStaffRolesInput,
): Promise<{ staffId: string; name: string }> {
  const { tx, actor } = context;
  return changeRights(context, async (own) => {
    const person = await demandPerson(tx, own, staffId);
    if (heldText(person) !== seen)
      throw new Refusal(
        "stale",
        `Somebody changed what ${person.name} holds after you opened this page. Nothing was saved. Reload the page and choose again.`,
      );
    const groups = await demandGroupRoles(tx, groupRoleIds);
    const before = { roles: person.roles, groupRoleIds: person.groupRoles.map(({ id }) => id) };
    demandHolds(own, [...roles, ...groups.flatMap((group) => group.roles)]);
    await writeHeld(context, staffId, before, { roles, groupRoleIds });
    await record(tx, actor, {
      ...{ act: "staff.roles-changed", staffId, subject: person.name },
      before: { roles: person.roles, groupRoles: person.groupRoles.map(({ name }) => name) },
      after: { roles, groupRoles: groups.map(({ name }) => name) },
    });
    return { staffId, name: person.name };
  });
}
