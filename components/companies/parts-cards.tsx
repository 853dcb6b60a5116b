import type { ReactNode } from "react";
import { ProjectState } from "@/components/projects/project-state";
import type { StaffOfLevel } from "@/components/staff-levels/staff-levels";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { ProjectRow } from "@/lib/projects/queries";

/** The first projects of a company, with the way to all of them. */
export function ProjectsCard({
  path,
  projects,
  count,
}: {
  path: string;
  projects: readonly ProjectRow[];
  count: number;
}) {
  return (
    <PartCard title="Projects" allHref={`${path}/projects`} all={`All ${count}`} empty="No projects yet.">
      {projects.map((project) => (
        <li key={project.id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
          <a className="text-link wrap-anywhere" href={`${path}/projects/${project.id}`}>
            {project.name}
          </a>
          <ProjectState {...project} />
        </li>
      ))}
    </PartCard>
  );
}

/** The first of the staff users who serve a company, with the way to all of them. */
export function UsersCard({ path, staff }: { path: string; staff: readonly StaffOfLevel[] }) {
  return (
    <PartCard title="Users" allHref={`${path}/users`} all="All users" empty="Nobody is assigned yet.">
      {staff.map(({ id, name, level }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
          <span className="wrap-anywhere">{name}</span>
          <span className="text-muted">{level === "administrator" ? "Administrator" : "Member"}</span>
        </li>
      ))}
    </PartCard>
  );
}

function PartCard({
  title,
  allHref,
  all,
  empty,
  children,
}: {
  title: string;
  allHref: string;
  all: string;
  empty: string;
  children: ReactNode[];
}) {
  return (
    <Card
      title={title}
      flush
      actions={
        <LinkButton small variant="ghost" href={allHref}>
          {all}
        </LinkButton>
      }
    >
      {children.length > 0 ? (
        <ul className="divide-y divide-line">{children}</ul>
      ) : (
        <p className="px-4 py-3 text-muted">{empty}</p>
      )}
    </Card>
  );
}
