import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { CompanyFilters } from "./access-filters";
import type { AccessScreenProps } from "./access-screen";
import { companyPages, companySort } from "./address";
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
  return (
    <section aria-labelledby="access-companies" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <SectionHead
        id="access-companies"
        title={query.audience === "customer" ? "Customers" : "Suppliers"}
        total={companies.total}
        reader={reader}
      >
        <CompanyFilters query={query} />
      </SectionHead>
      {companies.rows.length > 0 ? (
        <CompanyGrid
          rows={companies.rows}
          chosen={chosenIds}
          viewOf={viewOf}
          isReadOnly={!mayAdminister}
          onPress={onPress}
          onChoose={onChoose}
          sorts={{ name: companySort(query, "name"), code: companySort(query, "code") }}
        />
      ) : (
        <EmptyState title="No company fits">
          Search for a part of the name or the ID, or take a filter off.
        </EmptyState>
      )}
      <Pager {...companyPages(query, companies)} newerLabel="Previous" olderLabel="Next" />
    </section>
  );
}
