import { notFound } from "next/navigation";
import { DeleteGroupRole } from "@/components/group-roles/delete-group-role";
import { kindWords } from "@/components/group-roles/words";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { findGroupRole } from "@/lib/group-roles/queries";
import { effectsOnStaff, staffKind } from "@/lib/staff/staff-kind";
import { deleteStaffGroupRoleAction } from "../../actions";

const { path, above } = kindWords.staff;

export const metadata = { title: "Delete group role" };

export default staffPage("administerStaff", async ({ tx, session, params }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "", staffKind);
  if (!groupRole) notFound();
  const { id, name } = groupRole;
  const effects = await effectsOnStaff(tx, groupRole, { isActive: false, roles: [] });
  const losers = effects.filter(({ loses }) => loses.length > 0);
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title={`Delete ${name}?`}
        breadcrumb={[
          above,
          { href: path, label: "Group roles" },
          { href: `${path}/${id}`, label: name },
          { label: "Delete" },
        ]}
      />
      <DeleteGroupRole
        groupRole={{ id, name }}
        audience="staff"
        reach={{ members: effects.length, losing: losers.length }}
        losers={losers}
        action={deleteStaffGroupRoleAction}
        locale={session.organisation.locale}
      />
    </div>
  );
});
