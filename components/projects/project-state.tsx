import { Badge } from "@/components/ui/badge";
import type { ProjectStatus } from "@/lib/projects/input";
import { projectStatusTones, projectStatusWords } from "./project-words";

/** Where a project stands; one that is archived says so instead. */
export function ProjectState({ status, archivedAt }: { status: ProjectStatus; archivedAt: Date | null }) {
  if (archivedAt) return <Badge>Archived</Badge>;
  return <Badge tone={projectStatusTones[status]}>{projectStatusWords[status]}</Badge>;
}
