import { GroupRolesTable } from "@/components/group-roles/group-roles-table";
import { kindWords } from "@/components/group-roles/words";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { listGroupRoles } from "@/lib/group-roles/queries";
import { staffKind } from "@/lib/staff/staff-kind";

const { path, above } = kindWords.staff;

export const metadata = { title: "Group roles for staff" };

export default staffPage("viewStaff", async ({ tx, session, searchParams }) => {
  const rows = await listGroupRoles(tx, staffKind);
  const { locale } = session.organisation;
  const create = may(session, "administerStaff") ? (
    <LinkButton variant="primary" href={`${path}/new`}>
      New group role
    </LinkButton>
  ) : null;
  return (
    <div className="grid gap-4">
      <PageHeader
        title="Group roles for staff"
        count={rows.length > 0 ? rows.length.toLocaleString(locale) : undefined}
        breadcrumb={[above, { label: "Group roles" }]}
        actions={rows.length > 0 ? create : null}
      />
      {"deleted" in searchParams ? <Banner tone="good" title="The group role is deleted" /> : null}
      {rows.length > 0 ? (
        <GroupRolesTable rows={rows} audience="staff" locale={locale} />
      ) : (
        <EmptyState title="No group roles for staff yet" actions={create}>
          A group role gives several roles together, for instance to everybody in sales. What it gives is
          changed in one place, for all who hold it.
        </EmptyState>
      )}
    </div>
  );
});
