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
  const tabs = [
    { label: "All rows", count: run.rowsTotal, filter: undefined },
    ...rowFilters.map((filter) => ({
      label: filter === "error" ? "Errors" : words[filter],
      count: run.outcome?.[filter] ?? 0,
      filter,
    })),
  ];
  return (
    <nav aria-label="What becomes of the rows" className="tab-links">
      {tabs.map(({ label, count, filter }) => (
        <a
          key={label}
          href={filter ? `/imports/${run.id}?rows=${filter}` : `/imports/${run.id}`}
          aria-current={filter === chosen ? "page" : undefined}
        >
          {label}
          <span className="tab-count">{count.toLocaleString(locale)}</span>
        </a>
      ))}
    </nav>
  );
}
