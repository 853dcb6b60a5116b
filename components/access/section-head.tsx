import type { ReactNode } from "react";
import type { Reader } from "@/lib/access/explain";
import type { Total } from "@/lib/search/find-ids";

/** The name of a grid, how many it holds, and its search and filters. */
export function SectionHead({
  id,
  title,
  total,
  reader,
  children,
}: {
  id: string;
  title: string;
  total?: Total;
  reader: Reader;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 id={id} className="text-title mr-2">
        {title}{" "}
        {total ? (
          <span className="text-base font-normal text-muted tabular-nums">
            {total.count.toLocaleString(reader.locale)}
            {total.isMore ? "+" : ""}
          </span>
        ) : null}
      </h2>
      {children}
    </div>
  );
}
