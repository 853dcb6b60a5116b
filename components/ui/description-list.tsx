import { Fragment, type ReactNode } from "react";
import { cn } from "./cn";

export type Fact = { term: ReactNode; detail: ReactNode };

/** Facts as pairs of name and value; a value that is empty shows a dash. */
export function DescriptionList({ facts, className }: { facts: Fact[]; className?: string }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-[minmax(96px,max-content)_minmax(0,1fr)] gap-x-6 gap-y-2 wrap-anywhere max-[420px]:grid-cols-1 max-[420px]:gap-y-0.5",
        className,
      )}
    >
      {facts.map((fact, index) => (
        <Fragment key={index}>
          <dt className="max-w-48 text-muted max-[420px]:not-first:mt-2">{fact.term}</dt>
          <dd className="whitespace-pre-line">{isEmpty(fact.detail) ? <NoValue /> : fact.detail}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function isEmpty(detail: ReactNode): boolean {
  return detail === null || detail === undefined || detail === "";
}

function NoValue() {
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  );
}
