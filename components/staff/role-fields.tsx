"use client";

import { TickList } from "@/components/forms/tick-list";
import { roleTick, RoleTicks, type Held } from "./role-ticks";

/** A group role to choose, with what it gives. */
export type GroupRoleChoice = { id: string; name: string; isActive: boolean; roles: string[] };

/** The roles and the group roles of a staff user as ticks; what whoever chooses does not hold themselves cannot be ticked. */
export function RoleFields({
  own,
  choices,
  roles,
  groupRoles,
}: {
  own: readonly string[];
  choices: readonly GroupRoleChoice[];
  roles: Held;
  groupRoles: Held;
}) {
  return (
    <>
      <RoleTicks own={own} {...roles} />
      {choices.length > 0 ? (
        <TickList
          name="groupRoleIds"
          label="Group roles"
          ticks={choices.map(({ id, name, isActive, roles: given }) =>
            roleTick(
              own,
              { value: id, label: name, given },
              `${isActive ? "Gives" : "Inactive; would give"} ${given.join(", ") || "nothing"}.`,
            ),
          )}
          {...groupRoles}
        />
      ) : null}
    </>
  );
}
