import { cn } from "@/components/ui/cn";
import type { CompanyKind } from "@/lib/companies/input";
import type { Site } from "@/lib/companies/sites";
import { kindWords } from "./company-words";
import { StatusBadge } from "./status-badge";

const indents = ["pl-4", "pl-10", "pl-16", "pl-22", "pl-28", "pl-34"];

/** The sites of a company and theirs in turn, each a step further in than its parent. */
export function SiteTree({ kind, sites }: { kind: CompanyKind; sites: Site[] }) {
  return (
    <ul className="divide-y divide-line">
      {sites.map((site) => (
        <li
          key={site.id}
          className={cn(
            "flex flex-wrap items-center gap-x-3 gap-y-1 py-2 pr-4",
            indents[Math.min(site.depth, indents.length) - 1],
          )}
        >
          <a className="text-link font-medium" href={`${kindWords[kind].path}/${site.id}`}>
            {site.name}
          </a>
          <span className="text-muted">{[site.code, site.city].filter(Boolean).join(" · ")}</span>
          <StatusBadge status={site.status} />
        </li>
      ))}
    </ul>
  );
}
