import { StatusBanner } from "@/components/companies/status-banner";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import type { ContactView } from "@/lib/contacts/queries";
import type { CredentialState } from "@/lib/credentials/state";
import { stateNames, stateTones, stateUntil } from "@/components/credentials/words";

/** The name of a contact, how their login stands, and whose contact they are, with a warning when that company is not active. */
export function ContactHeader({
  contact: { name, jobTitle, company },
  state,
  ...place
}: {
  contact: ContactView;
  state: CredentialState | null;
  timeZone: string;
  locale: string;
}) {
  return (
    <PageHeader
      title={name}
      breadcrumb={[{ label: "Contacts", href: "/contacts" }, { label: name }]}
      state={
        state ? (
          <Badge tone={stateTones[state.kind]}>
            {[stateNames[state.kind], stateUntil(state, place)].filter(Boolean).join(" ")}
          </Badge>
        ) : null
      }
      facts={
        <>
          <a className="text-link" href={`/${company.kind}s/${company.id}`}>
            {company.name}
          </a>
          <span>{company.code}</span>
          {jobTitle ? <span>{jobTitle}</span> : null}
        </>
      }
    >
      <StatusBanner company={company} {...place} />
    </PageHeader>
  );
}
