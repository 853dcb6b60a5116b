import type { ReactNode } from "react";

/** A filter that is on; following its cross takes it off. */
export function Chip({
  label,
  removeHref,
  removeLabel,
}: {
  label: ReactNode;
  removeHref: string;
  removeLabel: string;
}) {
  return (
    <span className="inline-flex h-7 max-w-full items-center rounded-full border border-line bg-surface pl-3 text-small">
      <span className="truncate">{label}</span>
      <a
        href={removeHref}
        aria-label={removeLabel}
        title={removeLabel}
        className="ml-0.5 grid size-7 flex-none place-content-center rounded-full text-muted hover:text-ink"
      >
        <span className="icon-mask text-[0.95em] [--icon:var(--icon-cross)]" />
      </a>
    </span>
  );
}
