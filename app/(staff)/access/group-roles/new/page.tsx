import { CreateGroupRoleForm } from "@/components/group-roles/create-group-role-form";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { createGroupRoleAction } from "../actions";

export const metadata = { title: "New group role" };

export default staffPage("administerAccess", async () => (
  <div className="grid max-w-[720px] gap-6">
    <PageHeader
      title="New group role"
      breadcrumb={[
        { href: "/access", label: "Portal access" },
        { href: "/access/group-roles", label: "Group roles" },
        { label: "New" },
      ]}
    />
    <CreateGroupRoleForm action={createGroupRoleAction} />
  </div>
));
