import { notFound } from "next/navigation";
import { AddMember } from "@/components/group-roles/add-member";
import { EditGroupRoleForm } from "@/components/group-roles/edit-group-role-form";
import { GroupRoleFacts } from "@/components/group-roles/group-role-facts";
import { GroupRoleHeader } from "@/components/group-roles/group-role-header";
import { MemberFinder } from "@/components/group-roles/member-finder";
import { StaffMembers } from "@/components/group-roles/staff-members";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { findGroupRole } from "@/lib/group-roles/queries";
import { rolesLacking } from "@/lib/staff/roles";
import { listStaffMembers, staffKind } from "@/lib/staff/staff-kind";
import { suggestStaff } from "@/lib/staff/suggest-staff";
import {
  addStaffMemberAction,
  deactivateStaffGroupRoleAction,
  reactivateStaffGroupRoleAction,
  removeStaffMemberAction,
  updateStaffGroupRoleAction,
} from "../actions";

export const metadata = { title: "Group role for staff" };

export default staffPage("viewStaff", async ({ tx, session, params, searchParams }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "", staffKind);
  if (!groupRole) notFound();
  const { id, version, name, code, description, roles, isActive } = groupRole;
  const beyond = rolesLacking(session.roles, roles);
  const mayEdit = may(session, "administerStaff") && beyond.length === 0;
  const query = typeof searchParams.find === "string" ? searchParams.find : "";
  const found = mayEdit && query ? await suggestStaff(tx, id, query) : null;
  const values = { name, code, description, roles };
  return (
    <div className="grid max-w-[960px] gap-6">
      <GroupRoleHeader
        groupRole={groupRole}
        audience="staff"
        locale={session.organisation.locale}
        turn={
          mayEdit ? (isActive ? deactivateStaffGroupRoleAction : reactivateStaffGroupRoleAction) : undefined
        }
      />
      {"saved" in searchParams ? <Banner tone="good" title="Saved" /> : null}
      {beyond.length > 0 ? (
        <Banner tone="info" title={`${name} gives roles that you do not hold`}>
          {`Only an administrator, or a colleague who holds them too, can change it: ${beyond.join(", ")}.`}
        </Banner>
      ) : null}
      <Card title="What it gives">
        {mayEdit ? (
          <EditGroupRoleForm
            groupRole={{ id, version, values }}
            audience="staff"
            own={session.roles}
            action={updateStaffGroupRoleAction}
          />
        ) : (
          <GroupRoleFacts values={values} audience="staff" />
        )}
      </Card>
      <Card title="Members" flush>
        {mayEdit ? (
          <div className="border-b border-line p-4">
            <AddMember groupRoleId={id} audience="staff" action={addStaffMemberAction} />
            <MemberFinder
              groupRoleId={id}
              audience="staff"
              query={query}
              found={found}
              action={addStaffMemberAction}
            />
          </div>
        ) : null}
        <StaffMembers
          members={await listStaffMembers(tx, id)}
          groupRoleId={id}
          remove={mayEdit ? removeStaffMemberAction : undefined}
        />
      </Card>
    </div>
  );
});
