import { InviteStaffForm } from "@/components/staff/invite-staff-form";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { listStaffGroupRoles } from "@/lib/group-roles/queries";
import { inviteStaffAction } from "../actions";

export const metadata = { title: "Invite staff" };

export default staffPage("administerStaff", async ({ tx, session }) => (
  <div className="grid max-w-[720px] gap-6">
    <PageHeader title="Invite staff" breadcrumb={[{ href: "/staff", label: "Staff" }, { label: "Invite" }]} />
    <InviteStaffForm own={session.roles} choices={await listStaffGroupRoles(tx)} action={inviteStaffAction} />
  </div>
));
