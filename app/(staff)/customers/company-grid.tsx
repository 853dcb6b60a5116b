import type { ReactNode } from "react";
import { CreateOrWait } from "@/components/access-requests/ask-for-access";
import { AssignStaffButton } from "@/components/companies/assign-staff-dialog";
import { CompaniesFilters } from "@/components/companies/companies-filters";
import { CompaniesTable } from "@/components/companies/companies-table";
import { CompanySelection } from "@/components/companies/company-selection";
import { NoCompanies } from "@/components/companies/no-companies";
import { kindWords } from "@/components/companies/company-words";
import { CsvMenu } from "@/components/imports/csv-menu";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { WhileLoading } from "@/components/ui/while-loading";
import { countOpenRequests, findLastRequest } from "@/lib/access-requests/queries";
import { reachFor } from "@/lib/auth/needs";
import type { StaffPageContext } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import type { CompanyKind } from "@/lib/companies/input";
import { listCompanies } from "@/lib/companies/list-companies";
import {
  companyListHref,
  isFiltered,
  readCompanyList,
  type CompanyListQuery,
} from "@/lib/companies/list-input";
import { listAssigned } from "@/lib/companies/queries";
import { assigningStaff } from "./assign/assigning-staff";
import { requestAccessAction } from "./requests/actions";

/** Draws the grid of all customers or suppliers in reach. */
export async function companyGrid(
  kind: CompanyKind,
  { tx, actor, session, searchParams }: StaffPageContext,
): Promise<ReactNode> {
  const { one, many, path } = kindWords[kind];
  const query = readCompanyList(searchParams);
  const { rows, newer, older, total } = await listCompanies(tx, actor, kind, query);
  const editable = await editableAmong(
    { tx, actor, session },
    rows.map(({ id }) => id),
  );
  const { timeZone, locale } = session.organisation;
  const assigning = rows.length > 0 ? await assigningStaff({ tx, actor, session }, kind, query, total) : null;
  const pageHref = (page?: string) => page && companyListHref(path, { ...query, page });
  return (
    <div className="grid-page">
      <PageHeader
        title={many}
        count={`${total.count.toLocaleString(locale)}${total.isMore ? "+" : ""}`}
        actions={
          <>
            {may(session, "createCompanies") ? (
              <LinkButton variant="primary" href={`${path}/new`}>
                New {one}
              </LinkButton>
            ) : null}
            {assigning ? <AssignStaffButton {...assigning} /> : null}
            <CsvMenu
              importHref={may(session, "importCompanies") ? `/imports/new?kind=${kind}` : undefined}
              exports={companyExports(kind, query)}
            />
          </>
        }
      />
      {may(session, "answerRequests") ? <WaitingRequests count={await countOpenRequests(tx)} /> : null}
      <CompaniesFilters kind={kind} query={query} />
      {rows.length > 0 ? (
        <CompanySelection kind={kind} editable={editable} assigning={assigning ?? undefined}>
          <CompaniesTable
            kind={kind}
            rows={rows}
            query={query}
            canEdit={(row) => editable.includes(row.id)}
            timeZone={timeZone}
            locale={locale}
          />
        </CompanySelection>
      ) : (
        <WhileLoading>{await emptyGrid(kind, { tx, actor, session }, isFiltered(query))}</WhileLoading>
      )}
      <Pager
        newerHref={pageHref(newer)}
        olderHref={pageHref(older)}
        newerLabel="Previous"
        olderLabel="Next"
      />
    </div>
  );
}

/** Staff who see no company yet are asked to create one or to wait; to others the grid says why it is empty. */
async function emptyGrid(
  kind: CompanyKind,
  { tx, actor, session }: Pick<StaffPageContext, "tx" | "actor" | "session">,
  isFiltered: boolean,
): Promise<ReactNode> {
  if (isFiltered || actor.reach === "all")
    return <NoCompanies kind={kind} isFiltered={isFiltered} canImport={may(session, "importCompanies")} />;
  const { timeZone, locale } = session.organisation;
  return (
    <CreateOrWait
      kind={kind}
      canCreate={may(session, "createCompanies")}
      request={await findLastRequest(tx, actor.staffId)}
      action={requestAccessAction}
      timeZone={timeZone}
      locale={locale}
    />
  );
}

/** Tells administrators that colleagues wait to be let in. */
function WaitingRequests({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Banner
      tone="info"
      title={count === 1 ? "1 colleague asks for access" : `${count} colleagues ask for access`}
      actions={
        <LinkButton small href="/customers/requests">
          Show requests
        </LinkButton>
      }
    />
  );
}

function companyExports(kind: CompanyKind, query: CompanyListQuery) {
  const href = companyListHref("/api/exports/companies", { ...query, page: undefined });
  const more = (params: string) => `${href}${href.includes("?") ? "&" : "?"}${params}`;
  return [
    { label: "Export these columns", href: more(`kind=${kind}`) },
    { label: "Export every field", href: more(`kind=${kind}&all=1`) },
  ];
}

/** Of the rows shown, those that this staff user may edit. */
async function editableAmong(
  { tx, actor, session }: Pick<StaffPageContext, "tx" | "actor" | "session">,
  ids: string[],
): Promise<string[]> {
  const reach = reachFor("editCompanies", session.roles);
  return reach === "all" ? ids : listAssigned(tx, actor.staffId, ids, reach);
}
