import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button";
import { cn } from "./cn";

/**
 * A panel that opens below its button without any script: for links, filters and small forms. Its content is plain
 * HTML; give links and buttons the class "menu-item". A frame closes it on Escape and on a click elsewhere.
 */
export function DropMenu({
  label,
  name,
  align = "start",
  variant,
  small,
  bare,
  className,
  children,
}: ButtonLook & {
  label: ReactNode;
  /** The name for screen readers, when the label does not say it all. */
  name?: string;
  align?: "start" | "end";
  /** No button look and no arrow: the label brings its own. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details className="drop" data-align={align}>
      <summary className={bare ? className : buttonClass({ variant, small }, className)} aria-label={name}>
        {label}
        {bare ? null : <span className={cn("icon-mask", "text-faint [--icon:var(--icon-down)]")} />}
      </summary>
      <div className="menu">{children}</div>
    </details>
  );
}
