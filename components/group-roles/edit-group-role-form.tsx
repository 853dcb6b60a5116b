"use client";

import { useWatch } from "react-hook-form";
import { EditProblems } from "@/components/forms/edit-problems";
import { useEditForm } from "@/components/forms/use-edit-form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { Effects } from "@/lib/group-roles/kind";
import { staleGroupRole, type GroupRoleFormValues, type StaleGroupRole } from "@/lib/group-roles/input";
import { GroupRoleFields } from "./group-role-fields";
import { schemas } from "./schemas";
import { effectText, fieldNamesOf, type GroupRoleAudience } from "./words";

type Saved = { groupRoleId: string; name: string; version: number } & Effects;
type Values = GroupRoleFormValues & { groupRoleId: string; version: string };

/** A group role as its form is given it. */
export type EditedGroupRole = { id: string; version: number; values: GroupRoleFormValues };

/** Edits a group role, which binds its members at once. A save that comes too late shows what differs and keeps what was typed. */
export function EditGroupRoleForm({
  groupRole: { id, version, values },
  audience = "contact",
  own,
  action,
}: {
  groupRole: EditedGroupRole;
  audience?: GroupRoleAudience;
  /** The roles of whoever edits it, who can give no others to staff. */
  own?: readonly string[];
  action: Action<Saved>;
}) {
  const edit = useEditForm<Values, Saved, StaleGroupRole>({
    schema: schemas[audience].update,
    defaults: { ...values, groupRoleId: id, version: String(version) },
    action,
    newer: staleGroupRole,
    onDone: (saved) => {
      edit.goOnFrom({ version: String(saved.version) });
      toast(`${saved.name} is saved`, { description: effectText(saved, audience) });
    },
  });
  const { form, field, messageOf, stale } = edit;
  const chosen = useWatch({ control: form.control, name: "roles" });
  return (
    <form {...edit.formProps} className="grid gap-6">
      <EditProblems
        edit={edit}
        fieldNames={fieldNamesOf(audience)}
        onTheirs={({ theirs }) => edit.goOnFrom(theirs)}
      />
      <input type="hidden" name="groupRoleId" value={id} />
      <input type="hidden" name="version" value={stale?.version ?? version} />
      <GroupRoleFields
        audience={audience}
        own={own}
        field={field}
        roles={{
          value: [chosen].flat(),
          error: messageOf("roles"),
          onChange: (value) => form.setValue("roles", value, { shouldDirty: true }),
        }}
      />
      <FormActions>
        <SubmitButton pending={edit.isSubmitting}>Save group role</SubmitButton>
      </FormActions>
    </form>
  );
}
