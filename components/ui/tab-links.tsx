"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { currentHref } from "./current-href";

export type TabLink = {
  href: string;
  label: string;
  count?: number;
  /** The start of every other tab's address: marked only when it is open itself. */
  exact?: boolean;
};

/** The parts of a page, each with an address of its own; the one whose address is open is marked. */
export function TabLinks({ tabs, label }: { tabs: TabLink[]; label: string }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // In a narrow window the row scrolls, and the open tab may lie beyond its end.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.offsetLeft - 24;
  }, [path]);
  const current = currentHref(
    path,
    tabs.map((tab) => tab.href),
  );
  return (
    <nav ref={row} aria-label={label} className="tab-links">
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current && (!tab.exact || path === tab.href) ? "page" : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
