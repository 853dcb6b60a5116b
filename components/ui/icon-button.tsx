import type { ComponentProps } from "react";
import { Button, type ButtonLook } from "./button";
import { cn } from "./cn";

/** A button that shows only an icon; `label` names it for screen readers and in its tip. */
export function IconButton({
  label,
  variant = "ghost",
  className,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label"> & ButtonLook & { label: string; pending?: boolean }) {
  return (
    <Button
      variant={variant}
      aria-label={label}
      title={label}
      className={cn("btn-icon", className)}
      {...rest}
    />
  );
}
