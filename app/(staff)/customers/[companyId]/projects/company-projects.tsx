import { kindWords } from "@/components/companies/company-words";
import { NoProjects } from "@/components/projects/no-projects";
import { ProjectsTable } from "@/components/projects/projects-table";
import { LinkArea } from "@/components/ui/link-area";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { SearchBox } from "@/components/ui/search-box";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { projectListHref, readProjectList } from "@/lib/projects/list-input";
import { listProjects } from "@/lib/projects/queries";
import { loadCompany } from "../load-company";

/** The projects of a company, archived ones only when asked for. */
export async function companyProjects(kind: CompanyKind, context: StaffPageContext) {
  const { company, mayEdit, place, header } = await loadCompany(kind, context);
  const path = `${kindWords[kind].path}/${company.id}/projects`;
  const query = readProjectList(context.searchParams);
  const { rows, newer, older } = await listProjects(context.tx, company.id, query);
  const pageHref = (page?: string) => page && projectListHref(path, { ...query, page });
  const isEmpty = rows.length === 0;
  const create = (variant?: "primary") =>
    mayEdit ? (
      <LinkButton variant={variant} href={`${path}/new`}>
        New Project
      </LinkButton>
    ) : null;
  return (
    <LinkArea className="grid gap-6">
      {header}
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <SearchBox
            action={path}
            label="Search projects"
            placeholder="Search by name or description"
            defaultValue={query.q}
            keep={{ archived: query.archived ? "1" : undefined }}
            className="max-w-80 flex-1"
          />
          <LinkButton href={projectListHref(path, { q: query.q, archived: !query.archived })}>
            {query.archived ? "Hide archived" : "Show archived"}
          </LinkButton>
          {isEmpty ? null : create()}
        </div>
        {isEmpty ? (
          <NoProjects path={path} query={query} create={create("primary")} />
        ) : (
          <ProjectsTable path={path} rows={rows} {...place} />
        )}
        <Pager
          newerHref={pageHref(newer)}
          olderHref={pageHref(older)}
          newerLabel="Earlier names"
          olderLabel="Later names"
        />
      </div>
    </LinkArea>
  );
}
