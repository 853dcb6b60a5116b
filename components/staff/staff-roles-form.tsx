"use client";

import { useState } from "react";
import { ActionForm, useRefused } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { RoleFields, type GroupRoleChoice } from "./role-fields";

type Person = { id: string; roles: string[]; groupRoleIds: string[]; seen: string };

/** Changes what a staff user holds; it binds at their next request. */
export function StaffRolesForm({
  person,
  own,
  choices,
  action,
}: {
  person: Person;
  own: readonly string[];
  choices: GroupRoleChoice[];
  action: Action<unknown>;
}) {
  return (
    <ActionForm
      action={action}
      hidden={{ staffId: person.id, seen: person.seen }}
      className="grid gap-6"
      // What was saved elsewhere meanwhile is what the ticks begin with.
      key={person.seen}
    >
      <Ticks person={person} own={own} choices={choices} />
      <div>
        <SubmitButton>Save roles</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Ticks({
  person,
  own,
  choices,
}: {
  person: Person;
  own: readonly string[];
  choices: GroupRoleChoice[];
}) {
  const [roles, setRoles] = useState(person.roles);
  const [groupRoles, setGroupRoles] = useState(person.groupRoleIds);
  return (
    <RoleFields
      own={own}
      choices={choices}
      roles={{ value: roles, error: useRefused("roles").error, onChange: setRoles }}
      groupRoles={{
        value: groupRoles,
        error: useRefused("groupRoleIds").error,
        onChange: setGroupRoles,
      }}
    />
  );
}
