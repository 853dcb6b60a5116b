import { notFound } from "next/navigation";
import { AddMember } from "@/components/group-roles/add-member";
import { EditGroupRoleForm } from "@/components/group-roles/edit-group-role-form";
import { GroupRoleFacts } from "@/components/group-roles/group-role-facts";
import { GroupRoleHeader } from "@/components/group-roles/group-role-header";
import { MemberFinder } from "@/components/group-roles/member-finder";
import { MembersTable } from "@/components/group-roles/members-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { listMembers } from "@/lib/group-roles/list-members";
import { findGroupRole } from "@/lib/group-roles/queries";
import { suggestMembers } from "@/lib/group-roles/suggest-members";
import {
  addMemberAction,
  deactivateGroupRoleAction,
  reactivateGroupRoleAction,
  removeMemberAction,
  updateGroupRoleAction,
} from "../actions";

export const metadata = { title: "Group role" };

export default staffPage("viewAccess", async ({ tx, session, params, searchParams }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "");
  if (!groupRole) notFound();
  const { id, version, name, code, description, roles, isActive } = groupRole;
  const { locale, timeZone } = session.organisation;
  const mayEdit = may(session, "administerAccess");
  const { rows, newer, older } = await listMembers(tx, id, String(searchParams.page ?? ""));
  const query = typeof searchParams.find === "string" ? searchParams.find : "";
  const found = mayEdit && query ? await suggestMembers(tx, id, query) : null;
  const pageHref = (page?: string) => page && `/access/group-roles/${id}?page=${page}`;
  const values = { name, code, description, roles };
  return (
    <div className="grid max-w-[960px] gap-6">
      <GroupRoleHeader
        groupRole={groupRole}
        locale={locale}
        turn={mayEdit ? (isActive ? deactivateGroupRoleAction : reactivateGroupRoleAction) : undefined}
      />
      {"saved" in searchParams ? <Banner tone="good" title="Saved" /> : null}
      <Card title="What it gives">
        {mayEdit ? (
          <EditGroupRoleForm groupRole={{ id, version, values }} action={updateGroupRoleAction} />
        ) : (
          <GroupRoleFacts values={values} />
        )}
      </Card>
      <Card title="Members" flush>
        {mayEdit ? (
          <div className="border-b border-line p-4">
            <AddMember groupRoleId={id} action={addMemberAction} />
            <MemberFinder groupRoleId={id} query={query} found={found} action={addMemberAction} />
          </div>
        ) : null}
        {rows.length > 0 ? (
          <MembersTable
            rows={rows}
            groupRoleId={id}
            remove={mayEdit ? removeMemberAction : undefined}
            locale={locale}
            timeZone={timeZone}
          />
        ) : (
          <p className="px-4 py-3 text-muted">Nobody holds this group role yet.</p>
        )}
      </Card>
      <Pager
        newerHref={pageHref(newer)}
        olderHref={pageHref(older)}
        newerLabel="Back"
        olderLabel="More members"
      />
    </div>
  );
});
