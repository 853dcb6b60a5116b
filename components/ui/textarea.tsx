import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A text field of several lines that grows with what is typed. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn("control", className)} {...rest} />;
}
