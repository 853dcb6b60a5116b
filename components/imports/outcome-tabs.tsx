import { FilterTabs, type FilterTab } from "@/components/ui/filter-tabs";
import { rowFilters, type RowFilter } from "@/lib/imports/input";
import type { ImportRun } from "@/lib/imports/queries";
import { wasDone, willBe } from "./words";

/** What becomes of the rows in numbers, each leading to those rows. */
export function OutcomeTabs({
  run,
  chosen,
  locale,
}: {
  run: ImportRun;
  chosen: RowFilter | undefined;
  locale: string;
}) {
  const words = run.state === "done" ? wasDone : willBe;
  const tab = (label: string, count: number, filter?: RowFilter): FilterTab => ({
    label,
    href: filter ? `/imports/${run.id}?rows=${filter}` : `/imports/${run.id}`,
    isCurrent: filter === chosen,
    count: count.toLocaleString(locale),
  });
  const labelOf = (filter: RowFilter) => (filter === "error" ? "Errors" : words[filter]);
  return (
    <FilterTabs
      label="What becomes of the rows"
      tabs={[
        tab("All rows", run.rowsTotal),
        ...rowFilters.map((filter) => tab(labelOf(filter), run.outcome?.[filter] ?? 0, filter)),
      ]}
    />
  );
}
