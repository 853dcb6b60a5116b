import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A one-line text field. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn("control", className)} {...rest} />;
}
