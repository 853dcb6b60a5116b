export type FilterTab = {
  label: string;
  href: string;
  isCurrent: boolean;
  /** How many rows it leads to, as the reader writes numbers. */
  count?: string;
};

/** Narrows a list to the rows of one kind: each tab is an address of the same page. */
export function FilterTabs({ label, tabs, inset }: { label: string; tabs: FilterTab[]; inset?: boolean }) {
  return (
    <nav aria-label={label} className={inset ? "tab-links px-4" : "tab-links"}>
      {tabs.map((tab) => (
        <a key={tab.label} href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
