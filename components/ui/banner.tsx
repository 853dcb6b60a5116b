import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

const looks: Record<Tone, string> = {
  good: "bg-good-soft [--tone:var(--good)] [--icon:var(--icon-good)]",
  warn: "bg-warn-soft [--tone:var(--warn)] [--icon:var(--icon-warn)]",
  bad: "bg-bad-soft [--tone:var(--bad)] [--icon:var(--icon-stop)]",
  info: "bg-info-soft [--tone:var(--info)] [--icon:var(--icon-info)]",
  neutral: "bg-sunken [--tone:var(--muted)] [--icon:var(--icon-info)]",
};

/** Something that holds for the whole page: a title, why it is so, and what can be done about it. */
export function Banner({
  tone = "info",
  title,
  children,
  actions,
  live,
  className,
}: {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears after the page has loaded. */
  live?: boolean;
  className?: string;
}) {
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={cn(
        "flex items-start gap-2.5 rounded-control border border-[color-mix(in_oklab,var(--tone)_35%,transparent)] px-3.5 py-2.5",
        looks[tone],
        className,
      )}
    >
      <span className="icon-mask mt-[0.15em] text-[1.15em] text-(--tone)" aria-hidden="true" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium text-(--tone)">{title}</p>
          {children ? <div className="text-ink">{children}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
