"use client";

import { TickList, type Tick } from "@/components/forms/tick-list";
import { rolesLacking, staffRoleIds, staffRoles } from "@/lib/staff/roles";

/** What is ticked in a list of ticks, what is wrong with that, and how it changes. */
export type Held = { value: readonly string[]; error?: string; onChange: (value: string[]) => void };

/** A tick that gives roles; it cannot be changed by somebody who does not hold all of them. */
export function roleTick(
  own: readonly string[],
  { value, label, given }: { value: string; label: string; given: readonly string[] },
  help: string,
): Tick {
  const isBeyond = rolesLacking(own, given).length > 0;
  return {
    value,
    label,
    help: isBeyond ? `${help} You do not hold this yourself.` : help,
    disabled: isBeyond,
  };
}

/** Every staff role as a tick with the sentence that says what it opens. */
export function RoleTicks({ own, ...held }: { own: readonly string[] } & Held) {
  return (
    <TickList
      name="roles"
      label="Roles"
      ticks={staffRoleIds.map((role) =>
        roleTick(own, { value: role, label: role, given: [role] }, staffRoles[role]),
      )}
      {...held}
    />
  );
}
