"use client";

import { usePathname } from "next/navigation";
import { currentHref } from "@/components/ui/current-href";
import { navIcons, type NavIcon } from "./nav-icons";

export type NavItem = { href: string; label: string; icon: NavIcon };
export type NavSection = { label?: string; items: NavItem[] };

/** The places of the back office. Client-side only to know the address: a layout is not told when it changes. */
export function SidebarNav({ sections }: { sections: NavSection[] }) {
  const current = currentHref(
    usePathname(),
    sections.flatMap((section) => section.items.map((item) => item.href)),
  );
  return (
    <nav aria-label="Main" className="side-nav">
      {sections.map((section, index) => (
        <div key={section.label ?? index} role="group" aria-label={section.label}>
          {section.label ? <p aria-hidden="true">{section.label}</p> : null}
          {section.items.map((item) => (
            <NavLink key={item.href} item={item} current={item.href === current} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  const Icon = navIcons[item.icon];
  return (
    <a href={item.href} title={item.label} aria-current={current ? "page" : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>{item.label}</span>
    </a>
  );
}
