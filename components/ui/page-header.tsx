import type { ReactNode } from "react";
import { Breadcrumb, type Place } from "./breadcrumb";

/** The title row of a page: where it stands, its name, its state, a line of key facts, and its acts at the right. */
export function PageHeader({
  title,
  count,
  state,
  facts,
  actions,
  breadcrumb,
  children,
}: {
  title: ReactNode;
  /** How many there are, beside the title of a list. */
  count?: ReactNode;
  state?: ReactNode;
  facts?: ReactNode;
  /** At most one filled button, then a menu with the rest. */
  actions?: ReactNode;
  breadcrumb?: Place[];
  children?: ReactNode;
}) {
  return (
    <header className="grid gap-3">
      {breadcrumb?.length ? <Breadcrumb places={breadcrumb} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-headline leading-8 wrap-anywhere">{title}</h1>
            {count === undefined ? null : <span className="text-muted tabular-nums">{count}</span>}
            {state}
          </div>
          {facts ? <div className="flex flex-wrap gap-x-4 gap-y-0.5 text-muted">{facts}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </header>
  );
}
