"use client";

import { TickList, type Tick } from "@/components/forms/tick-list";
import { rolesLacking, staffRoleIds, staffRoles } from "@/lib/staff/roles";

/** A group role to choose, with what it gives. */
export type GroupRoleChoice = { id: string; name: string; isActive: boolean; roles: string[] };

type Held = { value: string[]; error?: string; onChange: (value: string[]) => void };

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
  const tick = (value: string, label: string, given: readonly string[], help: string): Tick => {
    const isBeyond = rolesLacking(own, given).length > 0;
    return {
      value,
      label,
      help: isBeyond ? `${help} You do not hold this yourself.` : help,
      disabled: isBeyond,
    };
  };
  return (
    <>
      <TickList
        name="roles"
        label="Roles"
        ticks={staffRoleIds.map((role) => tick(role, role, [role], staffRoles[role]))}
        {...roles}
      />
      {choices.length > 0 ? (
        <TickList
          name="groupRoleIds"
          label="Group roles"
          ticks={choices.map(({ id, name, isActive, roles: given }) =>
            tick(
              id,
              name,
              given,
              `${isActive ? "Gives" : "Inactive; would give"} ${given.join(", ") || "nothing"}.`,
            ),
          )}
          {...groupRoles}
        />
      ) : null}
    </>
  );
}
