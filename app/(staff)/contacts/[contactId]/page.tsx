import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ContactAccess } from "@/components/access/contact-access";
import { InvitationSteps } from "@/components/activations/invitation-steps";
import { ActivityList } from "@/components/activity/activity-list";
import { AsOfBanner, AsOfForm } from "@/components/contacts/as-of";
import { ContactForm } from "@/components/contacts/contact-form";
import { ContactFacts } from "@/components/contacts/contact-facts";
import { ContactHeader } from "@/components/contacts/contact-header";
import { ContactMail } from "@/components/contacts/contact-mail";
import { OtherCompanies } from "@/components/contacts/other-companies";
import { WhyTable } from "@/components/contacts/why-table";
import { CredentialCard } from "@/components/credentials/credential-card";
import type { Place } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { saveChangeAction, undoChangeAction } from "../../access/actions";
import { loadContactPage } from "./load-contact-page";
import { loadTicks } from "./load-ticks";
import { credentialActions } from "../../credentials/acts";
import { updateContactAction } from "../actions";

const accessActions = { save: saveChangeAction, undo: undoChangeAction };

export const metadata = { title: "Contact" };

export default staffPage("viewContact", async ({ tx, actor, session, params, searchParams }) => {
  const asked = { contactId: params.contactId ?? "", at: searchParams.at };
  const page = await loadContactPage(tx, actor, session.organisation, asked);
  if (!page) notFound();
  const { contact, groupRoles, mayEdit } = page;
  const ticks = may(session, "administerAccess") ? await loadTicks(tx, actor, contact.id) : null;
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  return (
    <div className="grid gap-6">
      <ContactHeader contact={contact} state={page.credential?.state ?? null} {...place} />
      {"saved" in searchParams ? <Banner tone="good" title="Saved" /> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,880px)_minmax(320px,1fr)]">
        <div className="grid gap-6">
          <Card title="Details">
            {mayEdit ? (
              <ContactForm action={updateContactAction} contact={page.form} groupRoles={groupRoles} />
            ) : (
              <ContactFacts contact={page.form} groupRoles={groupRoles} />
            )}
          </Card>
          <AccessCard page={page} place={place}>
            {ticks ? <ContactAccess {...ticks} reader={place} actions={accessActions} /> : null}
          </AccessCard>
        </div>
        <div className="grid gap-6">
          {page.credential ? (
            <CredentialCard
              credential={page.credential}
              mayEdit={mayEdit}
              actions={credentialActions}
              temporaryHours={session.organisation.temporaryPasswordHours}
              {...place}
            >
              {page.steps ? <InvitationSteps steps={page.steps} {...place} /> : null}
            </CredentialCard>
          ) : null}
          <OtherCompanies others={page.others} />
          <Card title="E-mails" flush>
            <ContactMail items={page.mail} {...place} />
          </Card>
          <Card title="Activity" flush>
            <ActivityList happenings={page.happenings} {...place} />
          </Card>
        </div>
      </div>
    </div>
  );
});

type Loaded = NonNullable<Awaited<ReturnType<typeof loadContactPage>>>;

/** What the contact may see and why, now or as of a moment before; `children` changes it. */
function AccessCard({
  page: { contact, why },
  place,
  children,
}: {
  page: Loaded;
  place: Place;
  children: ReactNode;
}) {
  const { id, name, company } = contact;
  return (
    <Card
      id="access"
      title="Portal access"
      flush
      actions={
        <>
          {children}
          <LinkButton small href={`/contacts/${id}/preview`}>
            What will they see?
          </LinkButton>
        </>
      }
    >
      <div className="grid gap-3 px-4 py-3">
        <AsOfForm contactId={id} asOf={why.asOf} latest={why.latest} timeZone={place.timeZone} />
        <AsOfBanner contact={{ id, name, companyName: company.name }} asOf={why.asOf} {...place} />
        <p className="text-muted">{`Services for ${company.name}: ${why.services}`}</p>
      </div>
      <WhyTable rows={why.rows} {...place} />
    </Card>
  );
}
