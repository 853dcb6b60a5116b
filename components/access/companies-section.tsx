import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { WhileLoading } from "@/components/ui/while-loading";
import { accessHref, type AccessQuery } from "@/lib/access/access-address";
import { CompanyFilters } from "./access-filters";
import type { AccessScreenProps } from "./screen-props";
import { companyPages, companySort, everyCompany } from "./address";
import { CompanyGrid } from "./company-grid";
import { SectionHead } from "./section-head";
import type { Press } from "./use-grid-keys";
import type { CellView } from "./view";

/** The companies above: their Services, and whose contacts are shown below. */
export function CompaniesSection({
  query,
  companies,
  reader,
  mayAdminister,
  chosenIds,
  viewOf,
  onPress,
  onChoose,
}: AccessScreenProps & {
  chosenIds: readonly string[];
  viewOf: (companyId: string) => CellView | undefined;
  onPress: (press: Press) => void;
  onChoose: (companyId: string, isChosen: boolean) => void;
}) {
  const { within } = query;
  return (
    <section aria-labelledby="access-companies" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <SectionHead
        id="access-companies"
        title={within ? "Services" : query.audience === "customer" ? "Customers" : "Suppliers"}
        total={within && !within.sites ? undefined : companies.total}
        reader={reader}
      >
        {within ? null : <CompanyFilters query={query} />}
      </SectionHead>
      {companies.rows.length > 0 ? (
        <CompanyGrid
          rows={companies.rows}
          chosen={chosenIds}
          viewOf={viewOf}
          isReadOnly={!mayAdminister}
          locale={reader.locale}
          onPress={onPress}
          onChoose={within ? undefined : onChoose}
          sorts={{ name: companySort(query, "name"), code: companySort(query, "code") }}
        />
      ) : (
        <WhileLoading>
          <NoCompanies query={query} />
        </WhileLoading>
      )}
      <Pager {...companyPages(query, companies)} newerLabel="Previous" olderLabel="Next" />
    </section>
  );
}

function NoCompanies({ query }: { query: AccessQuery }) {
  const { q, services, closed } = query.companies;
  const many = query.audience === "customer" ? "customers" : "suppliers";
  if (q === "" && services === "any" && !closed)
    return (
      <EmptyState title={`No ${many} yet`}>
        Add or import {many} first; then decide here what their contacts see.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No company fits"
      actions={
        <LinkButton href={accessHref({ ...query, companies: everyCompany })}>Show all {many}</LinkButton>
      }
    >
      Search for a part of the name or the ID, or take a filter off.
    </EmptyState>
  );
}
