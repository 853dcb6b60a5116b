import { kindWords } from "@/components/companies/company-words";
import { ActionForm } from "@/components/forms/action-form";
import { ProjectForm } from "@/components/projects/project-form";
import { ProjectMembers } from "@/components/projects/project-members";
import { ProjectState } from "@/components/projects/project-state";
import { momentText } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { Refusal } from "@/lib/platform/errors";
import { mayAdminister } from "@/lib/projects/demand-project";
import { findProject, listProjectMembers, type ProjectView } from "@/lib/projects/queries";
import {
  archiveProjectAction,
  restoreProjectAction,
  setProjectMemberAction,
  updateProjectAction,
} from "../actions";

/** A project: what it is, who works on it, and for its administrators the means to change both. */
export async function projectPage(kind: CompanyKind, { tx, actor, session, params }: StaffPageContext) {
  const project = await findProject(tx, params.projectId ?? "");
  if (!project || project.company.kind !== kind || project.company.id !== params.companyId)
    throw new Refusal("not-found", "There is no such project.");
  const mayEdit = await mayAdminister(tx, actor, project);
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  const { path, many } = kindWords[kind];
  const href = `${path}/${project.company.id}`;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={project.name}
        state={<ProjectState {...project} />}
        breadcrumb={[
          { href: path, label: many },
          { href, label: project.company.name },
          { href: `${href}/projects`, label: "Projects" },
          { label: project.name },
        ]}
        actions={mayEdit ? <ArchiveOrRestore project={project} /> : null}
      >
        {project.archivedAt ? <ArchivedBanner project={project} {...place} /> : null}
      </PageHeader>
      <div className="max-w-[720px]">
        {mayEdit ? (
          <ProjectForm
            key={project.version}
            title="Details"
            action={updateProjectAction}
            hidden={{ projectId: project.id, version: String(project.version) }}
            values={project}
            button="Save project"
          />
        ) : (
          <Card title="Details">
            <p className="whitespace-pre-line wrap-anywhere">{project.description || "No description."}</p>
          </Card>
        )}
      </div>
      <ProjectMembers
        projectId={project.id}
        members={await listProjectMembers(tx, project.id)}
        action={mayEdit ? setProjectMemberAction : undefined}
        {...place}
      />
    </div>
  );
}

function ArchiveOrRestore({ project: { id, archivedAt } }: { project: ProjectView }) {
  return (
    <ActionForm action={archivedAt ? restoreProjectAction : archiveProjectAction} hidden={{ projectId: id }}>
      <SubmitButton variant="secondary">{archivedAt ? "Restore project" : "Archive project"}</SubmitButton>
    </ActionForm>
  );
}

function ArchivedBanner({
  project: { archivedAt, archivedByName },
  ...place
}: {
  project: ProjectView;
  timeZone: string;
  locale: string;
}) {
  const since = archivedAt ? momentText(archivedAt, place) : "";
  return (
    <Banner tone="neutral" title="This project is archived">
      Since {since}
      {archivedByName ? `, by ${archivedByName}` : ""}. It is left out of the list until somebody restores it.
    </Banner>
  );
}
