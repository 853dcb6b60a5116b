import { notFound } from "next/navigation";
import { DeleteGroupRole } from "@/components/group-roles/delete-group-role";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { reachOfDeletion } from "@/lib/group-roles/delete-group-role";
import { findGroupRole } from "@/lib/group-roles/queries";
import { deleteGroupRoleAction } from "../../actions";

export const metadata = { title: "Delete group role" };

export default staffPage("administerAccess", async ({ tx, session, params }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "");
  if (!groupRole) notFound();
  const { id, name } = groupRole;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title={`Delete ${name}?`}
        breadcrumb={[
          { href: "/access/group-roles", label: "Group roles" },
          { href: `/access/group-roles/${id}`, label: name },
          { label: "Delete" },
        ]}
      />
      <DeleteGroupRole
        groupRole={{ id, name }}
        reach={await reachOfDeletion(tx, groupRole)}
        action={deleteGroupRoleAction}
        locale={session.organisation.locale}
      />
    </div>
  );
});
