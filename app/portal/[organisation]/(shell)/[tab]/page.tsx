import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { contactTabPage } from "@/lib/auth/page";

export const metadata = { title: "Shared with you" };

export default contactTabPage(async ({ permission, session }) => {
  const { organisation, contact } = session;
  const label = permission.tab?.label ?? permission.label;
  return (
    <>
      <PageHeader title={label} facts={<span>{contact.companyName}</span>} />
      <EmptyState
        title={`No ${label.toLowerCase()} yet`}
        actions={<LinkButton href={`/portal/${organisation.slug}`}>Back to the dashboard</LinkButton>}
      >
        {organisation.name} has shared nothing with {contact.companyName} here so far. You may look here
        whenever you like: what is shared will appear on this page.
      </EmptyState>
    </>
  );
});
