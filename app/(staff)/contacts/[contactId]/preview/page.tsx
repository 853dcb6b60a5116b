import { notFound } from "next/navigation";
import { areasOf, closedBecause } from "@/app/portal/[organisation]/(shell)/areas";
import { PortalPreview } from "@/components/access/portal-preview";
import { PreviewFrame } from "@/components/access/preview-frame";
import { AreaCards } from "@/components/portal/area-cards";
import { NextStep } from "@/components/portal/next-step";
import { ReachList } from "@/components/portal/reach-list";
import { StatusBanner } from "@/components/portal/status-banner";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { loadAccess } from "@/lib/access/queries";
import { staffPage } from "@/lib/auth/page";
import { findContact } from "@/lib/contacts/queries";
import { listReach } from "@/lib/logins/queries";
import { noWayIn } from "./no-way-in";

export const metadata = { title: "What will they see?" };

export default staffPage("viewContact", async ({ tx, actor, session, params }) => {
  const contact = await findContact(tx, params.contactId ?? "");
  if (!contact) notFound();
  const { organisation } = session;
  const { company } = contact;
  const access = await loadAccess(tx, contact.id);
  const areas = areasOf(access, organisation.slug).map(({ label, holds }) => ({ label, holds }));
  const reach = await listReach(tx, company.id);
  const blocked = noWayIn(contact);
  const named = { access, organisation, contact: { companyName: company.name } };
  return (
    <div className="grid gap-6">
      <PageHeader
        title={`What will ${contact.name} see?`}
        breadcrumb={[
          { label: "Contacts", href: "/contacts" },
          { label: contact.name, href: `/contacts/${contact.id}` },
          { label: "What will they see?" },
        ]}
        facts={<span>The portal as it is for them right now. You are not signed in as them.</span>}
      />
      {blocked ? (
        <Banner tone="warn" title={`${contact.name} cannot sign in`}>
          {blocked}
        </Banner>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_320px]">
        <PreviewFrame organisation={organisation} company={company} tabs={areas.map(({ label }) => label)}>
          <StatusBanner
            companyName={company.name}
            organisationName={organisation.name}
            status={company.status}
          />
          <div>
            <h2 className="text-headline leading-8">Hello, {contact.name}</h2>
            <p className="text-muted">{`${company.name} at ${organisation.name}`}</p>
          </div>
          <NextStep
            area={areas[0]}
            closedBecause={closedBecause(named)}
            organisationName={organisation.name}
          />
          {areas.length > 1 ? <AreaCards areas={areas.slice(1)} /> : null}
          <Card title={reach.length > 1 ? "Your company and its sites" : "Your company"} flush>
            <ReachList companies={reach} />
          </Card>
          {actor.reach === "all" ? null : (
            <p className="text-small text-muted">Sites that are not assigned to you are left out here.</p>
          )}
        </PreviewFrame>
        <Card title="What is there, and why not">
          <PortalPreview before={access} />
        </Card>
      </div>
    </div>
  );
});
