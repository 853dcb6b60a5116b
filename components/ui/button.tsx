import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

export type ButtonLook = { variant?: ButtonVariant; small?: boolean };

/** The classes of a button, for the few things that look like one and are not: links and summaries. */
export function buttonClass({ variant = "secondary", small }: ButtonLook, className?: string): string {
  return cn("btn", `btn-${variant}`, small && "btn-small", className);
}

/** A button; while `pending` it shows a spinner and takes no second press. */
export function Button({
  variant,
  small,
  pending,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ComponentProps<"button"> & ButtonLook & { pending?: boolean }) {
  return (
    <button
      type={type}
      className={buttonClass({ variant, small }, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      // Not `disabled`: the button that was pressed would lose the focus, and the reader of a screen its place.
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}
