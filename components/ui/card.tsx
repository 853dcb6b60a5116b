import type { ReactNode } from "react";
import { cn } from "./cn";

/** A bordered part of a page with its own heading and, at the right, what can be done there. */
export function Card({
  title,
  actions,
  children,
  flush,
  id,
  className,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** No padding: for a table or a list that reaches the border. */
  flush?: boolean;
  id?: string;
  className?: string;
}) {
  return (
    <section id={id} className={cn("card min-w-0", className)}>
      {title ? (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
          <h2 className="text-base">{title}</h2>
          {actions ? <div className="flex flex-wrap items-center gap-1">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? "flush" : "p-4"}>{children}</div>
    </section>
  );
}
