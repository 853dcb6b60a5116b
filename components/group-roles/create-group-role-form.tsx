"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { GroupRoleFormValues } from "@/lib/group-roles/input";
import { GroupRoleFields } from "./group-role-fields";
import { schemas } from "./schemas";
import { kindWords, type GroupRoleAudience } from "./words";

type Created = { groupRoleId: string; name: string };

const blank: GroupRoleFormValues = { name: "", code: "", description: "", roles: [] };

/** Creates a group role, and leads to its page, where members are added. */
export function CreateGroupRoleForm({
  audience = "contact",
  own,
  action,
}: {
  audience?: GroupRoleAudience;
  /** The roles of whoever creates it, who can give no others to staff. */
  own?: readonly string[];
  action: Action<Created>;
}) {
  const { path } = kindWords[audience];
  const router = useRouter();
  const create = useActionForm<GroupRoleFormValues, Created>({
    schema: schemas[audience].create,
    defaults: blank,
    action,
    onDone: ({ groupRoleId, name }) => {
      toast(`${name} is created`);
      router.push(`${path}/${groupRoleId}`);
    },
  });
  const { form, field, messageOf } = create;
  const chosen = useWatch({ control: form.control, name: "roles" });
  return (
    <form {...create.formProps} className="grid gap-6">
      <ErrorSummary problems={create.problems} />
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
        <SubmitButton pending={create.isSubmitting}>Create group role</SubmitButton>
        <a className="btn btn-ghost" href={path}>
          Cancel
        </a>
      </FormActions>
    </form>
  );
}
