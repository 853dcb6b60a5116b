import { notFound } from "next/navigation";
import { ActivityList } from "@/components/activity/activity-list";
import { AccessTable } from "@/components/contacts/access-table";
import { ContactForm } from "@/components/contacts/contact-form";
import { ContactFacts } from "@/components/contacts/contact-facts";
import { ContactHeader } from "@/components/contacts/contact-header";
import { ContactMail } from "@/components/contacts/contact-mail";
import { CredentialCard } from "@/components/credentials/credential-card";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { loadContactPage } from "./load-contact-page";
import { credentialActions } from "../../credentials/acts";
import { updateContactAction } from "../actions";

export const metadata = { title: "Contact" };

export default staffPage("viewContact", async ({ tx, actor, session, params, searchParams }) => {
  const page = await loadContactPage(tx, actor, session.organisation, params.contactId ?? "");
  if (!page) notFound();
  const { contact, groupRoles, mayEdit } = page;
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  return (
    <div className="grid gap-6">
      <ContactHeader contact={contact} state={page.credential?.state ?? null} {...place} />
      {"saved" in searchParams ? <Banner tone="good" title="Saved" /> : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,720px)_minmax(320px,1fr)]">
        <div className="grid gap-6">
          <Card title="Details">
            {mayEdit ? (
              <ContactForm action={updateContactAction} contact={page.form} groupRoles={groupRoles} />
            ) : (
              <ContactFacts contact={page.form} groupRoles={groupRoles} />
            )}
          </Card>
          <Card title="Portal access" flush>
            <p className="px-4 py-3 text-muted">{`Services for ${contact.company.name}: ${page.services}`}</p>
            <AccessTable rows={page.access} />
          </Card>
        </div>
        <div className="grid gap-6">
          {page.credential ? (
            <CredentialCard
              credential={page.credential}
              mayEdit={mayEdit}
              actions={credentialActions}
              {...place}
            />
          ) : null}
          {page.others.length > 0 ? (
            <Card title="Also signs in for">
              <ul className="grid gap-1">
                {page.others.map(({ id, companyName, kind }) => (
                  <li key={id}>
                    <a className="text-link" href={`/contacts/${id}`}>
                      {companyName}
                    </a>{" "}
                    <span className="text-muted">({kind})</span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
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
