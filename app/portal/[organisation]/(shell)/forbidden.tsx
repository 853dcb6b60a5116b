import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { findPermissionOfTab } from "@/lib/access/permissions";
import type { Obstacle } from "@/lib/access/resolve-access";
import { loadContactSession } from "@/lib/auth/contact-session";

const reasons: Partial<Record<Obstacle, (organisation: string, company: string) => string>> = {
  "portal-off": (organisation) => `${organisation} has switched this portal off for the time being.`,
  "module-off": (organisation) => `${organisation} does not offer this part of the portal.`,
  hidden: (organisation) => `${organisation} does not show this part of the portal.`,
  "services-off": (organisation, company) => `${organisation} has not switched the portal on for ${company}.`,
};

/** Stands where a page of the portal is not open to who asks: why, and whom to ask. */
export default async function PortalForbidden() {
  const session = await loadContactSession();
  if (!session) return null;
  const { organisation, contact, access } = session;
  const path = (await headers()).get("x-portico-path")?.split("?")[0]?.split("/")[3] ?? "";
  const permission = findPermissionOfTab(contact.kind, path);
  const answer = permission && access.permissions.get(permission.id);
  const obstacle = answer?.allowed ? answer.obstacles[0] : undefined;
  const reason = obstacle && reasons[obstacle]?.(organisation.name, contact.companyName);
  return (
    <>
      <PageHeader title={permission?.tab?.label ?? "Not open to you"} />
      <EmptyState
        title="This page is not open to you"
        actions={<LinkButton href={`/portal/${organisation.slug}`}>Back to the dashboard</LinkButton>}
      >
        {reason ?? `Your access for ${contact.companyName} does not include this page.`} If you need it, ask
        your contact person at {organisation.name}.
      </EmptyState>
    </>
  );
}
