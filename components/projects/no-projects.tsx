import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { projectListHref, type ProjectListQuery } from "@/lib/projects/list-input";

/** Why there is no project in the list: none fits, or none was begun. */
export function NoProjects({
  path,
  query,
  create,
}: {
  path: string;
  query: ProjectListQuery;
  create: ReactNode;
}) {
  if (query.q)
    return (
      <EmptyState
        title={`No project found for “${query.q}”`}
        actions={
          <>
            <LinkButton href={path}>Clear search</LinkButton>
            {query.archived ? null : (
              <LinkButton href={projectListHref(path, { ...query, archived: true })}>
                Search archived ones too
              </LinkButton>
            )}
          </>
        }
      >
        Search for a part of its name or description.
      </EmptyState>
    );
  return (
    <EmptyState title="No projects yet" actions={create}>
      A project gathers what is done for this company, and who of your colleagues works on it. Archived
      projects are hidden until you ask for them.
    </EmptyState>
  );
}
