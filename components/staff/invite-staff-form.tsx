"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import { inviteStaffInput } from "@/lib/staff/input";
import { RoleFields, type GroupRoleChoice } from "./role-fields";

type Invited = { staffId: string; name: string; email: string };
type Values = { name: string; email: string; roles: string[]; groupRoleIds: string[] };

const blank: Values = { name: "", email: "", roles: [], groupRoleIds: [] };

/** Invites a colleague by e-mail with the roles they will hold, and leads to their page. */
export function InviteStaffForm({
  own,
  choices,
  action,
}: {
  own: readonly string[];
  choices: GroupRoleChoice[];
  action: Action<Invited>;
}) {
  const router = useRouter();
  const invite = useActionForm<Values, Invited>({
    schema: inviteStaffInput,
    defaults: blank,
    action,
    onDone: ({ staffId, email }) => {
      toast(`The invitation to ${email} is on its way`);
      router.push(`/staff/${staffId}`);
    },
  });
  const { form, field, messageOf } = invite;
  const [roles, groupRoleIds] = useWatch({ control: form.control, name: ["roles", "groupRoleIds"] });
  const held = (name: "roles" | "groupRoleIds", value: string[]) => ({
    value: [value].flat(),
    error: messageOf(name),
    onChange: (chosen: string[]) => form.setValue(name, chosen, { shouldDirty: true }),
  });
  return (
    <form {...invite.formProps} className="grid gap-6">
      <ErrorSummary problems={invite.problems} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" autoComplete="off" {...field("name")} />
        <TextField
          label="E-mail"
          type="email"
          autoComplete="off"
          help="The invitation goes here, and with it they sign in."
          {...field("email")}
        />
      </div>
      <RoleFields
        own={own}
        choices={choices}
        roles={held("roles", roles)}
        groupRoles={held("groupRoleIds", groupRoleIds)}
      />
      <FormActions>
        <SubmitButton pending={invite.isSubmitting}>Send invitation</SubmitButton>
        <LinkButton variant="ghost" href="/staff">
          Cancel
        </LinkButton>
      </FormActions>
    </form>
  );
}
