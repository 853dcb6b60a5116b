import { ChoiceMenu } from "@/components/grid/choice-menu";
import { Chip } from "@/components/ui/chip";
import { SearchBox } from "@/components/ui/search-box";
import { statusInput, type CompanyKind } from "@/lib/companies/input";
import {
  columnKeys,
  companyListHref,
  companyListParams,
  openStatuses,
  type CompanyListQuery,
} from "@/lib/companies/list-input";
import { columnNames, kindWords, statusWords } from "./company-words";

const statuses = statusInput.options;

/** Search, filters and columns of a grid of companies in one line, and below it the filters that are on. */
export function CompaniesFilters({ kind, query }: { kind: CompanyKind; query: CompanyListQuery }) {
  const { many, path } = kindWords[kind];
  const params = companyListParams({ ...query, page: undefined });
  const without = (dropped: string) =>
    Object.fromEntries(Object.entries(params).filter(([name]) => name !== dropped));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        action={path}
        label={`Search this list of ${many.toLowerCase()}`}
        placeholder="Search by ID or name"
        defaultValue={query.q}
        keep={without("q")}
        className="max-w-80 flex-1"
      />
      <ChoiceMenu
        label="Filter"
        action={path}
        keep={without("status")}
        groups={[
          {
            name: "status",
            legend: "Status",
            several: true,
            options: statuses.map((value) => ({ value, label: statusWords[value] })),
            chosen: query.statuses,
          },
        ]}
      />
      <ChoiceMenu
        label="Columns"
        action={path}
        keep={without("columns")}
        groups={[
          {
            name: "columns",
            legend: "Beside the name",
            several: true,
            options: columnKeys.map((value) => ({ value, label: columnNames[value] })),
            chosen: query.columns,
          },
        ]}
      />
      <StatusChip path={path} query={query} />
    </div>
  );
}

function StatusChip({ path, query }: { path: string; query: CompanyListQuery }) {
  const chosen = query.statuses.join();
  if (chosen === statuses.join()) return null;
  const label =
    chosen === openStatuses.join() ? "Not closed" : query.statuses.map((one) => statusWords[one]).join(", ");
  return (
    <Chip
      label={`Status: ${label}`}
      removeHref={companyListHref(path, { ...query, statuses, page: undefined })}
      removeLabel={`Remove the filter “Status: ${label}”`}
    />
  );
}
