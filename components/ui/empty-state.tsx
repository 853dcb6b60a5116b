import type { ReactNode } from "react";

/** What stands where rows would be: why there are none, and what to do first. */
export function EmptyState({
  title,
  children,
  actions,
  icon,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className="card grid justify-items-center gap-1 px-6 py-12 text-center">
      {icon ? <div className="mb-2 text-faint [&>svg]:size-7 [&>svg]:stroke-[1.5]">{icon}</div> : null}
      <h2 className="text-base">{title}</h2>
      {children ? <div className="max-w-md text-pretty text-muted">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
