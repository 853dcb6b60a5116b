import { ActivityList } from "@/components/activity/activity-list";
import { CompanyFacts } from "@/components/companies/company-facts";
import { CredentialsSection } from "@/components/credentials/credentials-section";
import { ServicesSwitch } from "@/components/companies/services-switch";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { explainServices } from "@/lib/access/explain";
import { loadServicesOf } from "@/lib/access/queries";
import { actWords } from "@/lib/audit/act-words";
import { listCompanyEvents } from "@/lib/audit/queries";
import type { StaffPageContext } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { companyFormValues } from "@/lib/companies/form-values";
import type { CompanyKind } from "@/lib/companies/input";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { listCredentials } from "@/lib/credentials/queries";
import { credentialActions } from "../../credentials/acts";
import { setServicesAction } from "../actions";
import { loadCompany } from "./load-company";

/** A company at a glance: its contacts and their credentials, its facts, and what happened lately. */
export async function companyOverview(kind: CompanyKind, context: StaffPageContext) {
  const { tx, actor, session, searchParams } = context;
  const { company, place, header } = await loadCompany(kind, context);
  const at = typeof searchParams.contacts === "string" ? searchParams.contacts : undefined;
  const { rows, newer, older } = await listCredentials(tx, company.id, at);
  const pageHref = (cursor?: string) => cursor && `?contacts=${cursor}#credentials`;
  const services = (await loadServicesOf(tx, [company.id])).get(company.id);
  const events = await listCompanyEvents(tx, company.id);
  return (
    <div className="grid gap-6">
      {header}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(320px,420px)]">
        <div className="grid min-w-0 gap-6">
          <CredentialsSection
            credentials={rows}
            newerHref={pageHref(newer)}
            olderHref={pageHref(older)}
            mayEdit={await mayEditContacts(tx, actor, company.id)}
            actions={credentialActions}
            empty={`${company.name} has no contacts yet. Add one, so that somebody can come to the portal.`}
            {...place}
          />
          <Card title="Details">
            <CompanyFacts company={companyFormValues(company)} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-6">
          <Card
            title="Portal"
            actions={
              may(session, "viewAccess") ? (
                <LinkButton small href={`/access?${accessOfCompany(kind, company)}`}>
                  Who may see what
                </LinkButton>
              ) : null
            }
          >
            <ServicesSwitch
              companyId={company.id}
              on={services?.on ?? false}
              because={services ? explainServices(services, place) : "Off: never switched on"}
              action={may(session, "administerAccess") ? setServicesAction : undefined}
            />
          </Card>
          <Card title="Activity" flush>
            <ActivityList
              happenings={events.map((event) => ({ ...event, text: actWords(event) }))}
              {...place}
            />
          </Card>
        </div>
      </div>
    </div>
  );
}

/** The screen of portal access with this company, its contacts and their ticks. */
const accessOfCompany = (kind: CompanyKind, { id, code }: { id: string; code: string }) =>
  new URLSearchParams({ portal: kind, cq: code, company: id });
