import { momentText } from "@/components/time/moment";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { ProjectRow } from "@/lib/projects/queries";
import { ProjectState } from "./project-state";

/** The projects of a company, each name leading to its page. */
export function ProjectsTable({
  path,
  rows,
  ...place
}: {
  /** Where the list stands; a project's page lies below. */
  path: string;
  rows: ProjectRow[];
  timeZone: string;
  locale: string;
}) {
  const columns: Column<ProjectRow>[] = [
    { key: "name", header: "Project", cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a> },
    { key: "status", header: "Status", cell: (row) => <ProjectState {...row} /> },
    {
      key: "description",
      header: "Description",
      cell: (row) => <span className="block max-w-96 truncate">{row.description}</span>,
      wide: true,
    },
    { key: "members", header: "People", cell: (row) => row.members, align: "end", wide: true },
    { key: "updated", header: "Changed", cell: (row) => momentText(row.updatedAt, place), wide: true },
  ];
  return (
    <DataTable
      label="Projects"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      quiet={(row) => row.archivedAt !== null}
    />
  );
}
