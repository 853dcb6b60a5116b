import { buttonClass } from "./button";

/** Walks a list page by page; a side without an address has nothing more to show. */
export function Pager({
  newerHref,
  olderHref,
  newerLabel = "Newer",
  olderLabel = "Older",
  summary,
}: {
  newerHref?: string;
  olderHref?: string;
  newerLabel?: string;
  olderLabel?: string;
  summary?: string;
}) {
  if (!newerHref && !olderHref && !summary) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-small text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <PageLink href={newerHref} rel="prev" label={newerLabel} />
        <PageLink href={olderHref} rel="next" label={olderLabel} />
      </div>
    </nav>
  );
}

function PageLink({ href, rel, label }: { href?: string; rel: "prev" | "next"; label: string }) {
  const look = buttonClass({ small: true });
  if (href) {
    return (
      <a href={href} rel={rel} className={look}>
        {label}
      </a>
    );
  }
  return (
    <span className={look} role="link" aria-disabled="true">
      {label}
    </span>
  );
}
