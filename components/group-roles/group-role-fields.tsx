"use client";

import type { ComponentProps } from "react";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { GroupRoleFormValues } from "@/lib/group-roles/input";
import { RoleTicks } from "@/components/staff/role-ticks";
import { PermissionColumns } from "./permission-columns";
import { fieldNamesOf, type GroupRoleAudience } from "./words";

type Registered = Omit<ComponentProps<typeof TextField>, "label" | "type">;
type RegisteredArea = Omit<ComponentProps<typeof TextareaField>, "label">;

/** The fields of a group role, for creating and editing one. */
export function GroupRoleFields({
  audience,
  own = [],
  field,
  roles,
}: {
  audience: GroupRoleAudience;
  own?: readonly string[];
  field: (name: Exclude<keyof GroupRoleFormValues, "roles">) => Registered & RegisteredArea;
  roles: Omit<ComponentProps<typeof PermissionColumns>, "name">;
}) {
  const fieldNames = fieldNamesOf(audience);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={fieldNames.name ?? ""} autoComplete="off" {...field("name")} />
        <TextField
          label={fieldNames.code ?? ""}
          autoComplete="off"
          help="Short and unique; capitals make no difference."
          {...field("code")}
        />
      </div>
      <TextareaField
        label={fieldNames.description ?? ""}
        optional
        rows={2}
        help="Shown wherever the group role is chosen."
        {...field("description")}
      />
      {audience === "contact" ? (
        <PermissionColumns name="roles" {...roles} />
      ) : (
        <RoleTicks own={own} {...roles} />
      )}
    </>
  );
}
