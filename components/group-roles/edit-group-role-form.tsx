"use client";

import { useWatch } from "react-hook-form";
import { StaleNotice } from "@/components/forms/stale-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import type { Effects } from "@/lib/group-roles/count-effects";
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
  const edit = useActionForm<Values, Saved>({
    schema: schemas[audience].update,
    defaults: { ...values, groupRoleId: id, version: String(version) },
    action,
    onDone: (saved) => {
      form.reset({ ...form.getValues(), version: String(saved.version) });
      edit.setRefusal(undefined);
      toast(`${saved.name} is saved`, { description: effectText(saved, audience) });
    },
    // The next save is one on top of theirs, whichever side it takes.
    onRefused: (error) => {
      const newer = staleIn(error);
      if (newer) form.setValue("version", String(newer.version));
    },
  });
  const { form, field, messageOf, refusal } = edit;
  const stale = staleIn(refusal);
  const chosen = useWatch({ control: form.control, name: "roles" });
  const takeTheirs = ({ theirs }: StaleGroupRole) => {
    form.reset({ ...form.getValues(), ...theirs });
    edit.setRefusal(undefined);
  };
  return (
    <form {...edit.formProps} className="grid gap-6">
      {stale && refusal ? (
        <StaleNotice
          message={refusal.message}
          stale={stale}
          fieldNames={fieldNamesOf(audience)}
          onTheirs={() => takeTheirs(stale)}
          onYours={() => void edit.send()}
        />
      ) : (
        <ErrorSummary problems={edit.problems} />
      )}
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

function staleIn(error: ActionError | undefined): StaleGroupRole | null {
  return (error?.code === "stale" && staleGroupRole.safeParse(error.details).data) || null;
}
