"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import { createGroupRoleInput, type GroupRoleFormValues } from "@/lib/group-roles/input";
import { GroupRoleFields } from "./group-role-fields";
import { PATH } from "./words";

type Created = { groupRoleId: string; name: string };

const blank: GroupRoleFormValues = { name: "", code: "", description: "", roles: [] };

/** Creates a group role, and leads to its page, where members are added. */
export function CreateGroupRoleForm({ action }: { action: Action<Created> }) {
  const router = useRouter();
  const create = useActionForm<GroupRoleFormValues, Created>({
    schema: createGroupRoleInput,
    defaults: blank,
    action,
    onDone: ({ groupRoleId, name }) => {
      toast(`${name} is created`);
      router.push(`${PATH}/${groupRoleId}`);
    },
  });
  const { form, field, messageOf } = create;
  const chosen = useWatch({ control: form.control, name: "roles" });
  return (
    <form {...create.formProps} className="grid gap-6">
      <ErrorSummary problems={create.problems} />
      <GroupRoleFields
        field={field}
        roles={{
          value: [chosen].flat(),
          error: messageOf("roles"),
          onChange: (value) => form.setValue("roles", value, { shouldDirty: true }),
        }}
      />
      <FormActions>
        <SubmitButton pending={create.isSubmitting}>Create group role</SubmitButton>
        <a className="btn btn-ghost" href={PATH}>
          Cancel
        </a>
      </FormActions>
    </form>
  );
}
