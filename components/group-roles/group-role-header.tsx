import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { GroupRoleState } from "./group-roles-table";
import { counted, kindWords, type GroupRoleAudience } from "./words";

type GroupRole = { id: string; name: string; code: string; isActive: boolean; members: number };

/** The name of a group role, whether it is active, how many hold it, and what can be done with it as a whole. */
export function GroupRoleHeader({
  groupRole: { id, name, code, isActive, members },
  audience = "contact",
  turn,
  locale,
}: {
  groupRole: GroupRole;
  audience?: GroupRoleAudience;
  /** Deactivates an active one, reactivates an inactive one; left out for those who may only read. */
  turn?: Action<unknown>;
  locale: string;
}) {
  const { path, above } = kindWords[audience];
  return (
    <PageHeader
      title={name}
      breadcrumb={[above, { href: path, label: "Group roles" }, { label: name }]}
      state={<GroupRoleState isActive={isActive} />}
      facts={
        <>
          <span>{code}</span>
          <span>{counted(members, "member", "members", locale)}</span>
          {isActive ? null : <span>Gives nothing until it is reactivated.</span>}
        </>
      }
      actions={
        turn ? (
          <>
            <ActionForm action={turn} hidden={{ groupRoleId: id }}>
              <SubmitButton variant="secondary">{isActive ? "Deactivate" : "Reactivate"}</SubmitButton>
            </ActionForm>
            <LinkButton href={`${path}/${id}/delete`}>Delete…</LinkButton>
          </>
        ) : null
      }
    />
  );
}
