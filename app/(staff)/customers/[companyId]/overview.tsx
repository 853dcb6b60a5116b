import { ActivityList } from "@/components/activity/activity-list";
import { kindWords } from "@/components/companies/company-words";
import { CompanyFacts } from "@/components/companies/company-facts";
import { ProjectsCard, UsersCard } from "@/components/companies/parts-cards";
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
import { listCompanyStaff } from "@/lib/companies/queries";
import { listProjects } from "@/lib/projects/queries";
import { setServicesAction } from "../actions";
import { loadCompany } from "./load-company";

// The rest stands on the tab.
const FEW = 5;

/** A company at a glance: its facts, its projects and users, and what happened lately. */
export async function companyOverview(kind: CompanyKind, context: StaffPageContext) {
  const { tx, session } = context;
  const { company, parts, place, header } = await loadCompany(kind, context);
  const services = (await loadServicesOf(tx, [company.id])).get(company.id);
  const path = `${kindWords[kind].path}/${company.id}`;
  const projects = await listProjects(tx, company.id, { q: "", archived: false }, FEW);
  const staff = await listCompanyStaff(tx, company.id, FEW);
  const events = await listCompanyEvents(tx, company.id);
  return (
    <div className="grid gap-6">
      {header}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(320px,420px)]">
        <div className="grid min-w-0 gap-6">
          <Card title="Details">
            <CompanyFacts company={companyFormValues(company)} />
          </Card>
          <ProjectsCard path={path} projects={projects.rows} count={parts.projects} />
          <UsersCard path={path} staff={staff} />
        </div>
        <div className="grid min-w-0 gap-6">
          <Card
            title="Portal"
            actions={
              may(session, "viewAccess") ? (
                <LinkButton small href={`${kindWords[kind].path}/${company.id}/access`}>
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
          <Card title="Lately" flush>
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
