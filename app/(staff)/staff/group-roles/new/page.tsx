import { CreateGroupRoleForm } from "@/components/group-roles/create-group-role-form";
import { kindWords } from "@/components/group-roles/words";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { createStaffGroupRoleAction } from "../actions";

const { path, above } = kindWords.staff;

export const metadata = { title: "New group role for staff" };

export default staffPage("administerStaff", async ({ session }) => (
  <div className="grid max-w-[720px] gap-6">
    <PageHeader
      title="New group role for staff"
      breadcrumb={[above, { href: path, label: "Group roles" }, { label: "New" }]}
    />
    <CreateGroupRoleForm audience="staff" own={session.roles} action={createStaffGroupRoleAction} />
  </div>
));
