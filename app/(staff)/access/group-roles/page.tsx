import { GroupRolesTable } from "@/components/group-roles/group-roles-table";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { listGroupRoles } from "@/lib/group-roles/queries";

export const metadata = { title: "Group roles" };

export default staffPage("viewAccess", async ({ tx, session, searchParams }) => {
  const rows = await listGroupRoles(tx);
  const { locale } = session.organisation;
  const create = may(session, "administerAccess") ? (
    <LinkButton variant="primary" href="/access/group-roles/new">
      New group role
    </LinkButton>
  ) : null;
  return (
    <div className="grid gap-4">
      <PageHeader
        title="Group roles"
        count={rows.length > 0 ? rows.length.toLocaleString(locale) : undefined}
        breadcrumb={[{ href: "/access", label: "Portal access" }, { label: "Group roles" }]}
        actions={rows.length > 0 ? create : null}
      />
      {"deleted" in searchParams ? <Banner tone="good" title="The group role is deleted" /> : null}
      {rows.length > 0 ? (
        <GroupRolesTable rows={rows} locale={locale} />
      ) : (
        <EmptyState title="No group roles yet" actions={create}>
          A group role gives several permissions together, for instance to everybody who buys. What it gives
          is changed in one place, for all who hold it.
        </EmptyState>
      )}
    </div>
  );
});
