import type { ReactNode } from "react";
import { TabLinks } from "@/components/ui/tab-links";

const tabs = [
  { href: "/access", label: "Who may see what", exact: true },
  { href: "/access/changes", label: "Changes" },
  { href: "/access/who", label: "Who can see…" },
  { href: "/access/group-roles", label: "Group roles" },
];

/** The parts of portal access around each of its pages; each page decides itself who may see it. */
export default function AccessLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <TabLinks label="Portal access" tabs={tabs} />
      {children}
    </div>
  );
}
