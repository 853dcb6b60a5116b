import type { ReactNode } from "react";
import { cn } from "./cn";

/** The row of buttons a form ends with, the one that sends it first on the page and last in a dialog. */
export function FormActions({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("form-actions flex flex-wrap items-center gap-2 pt-2", className)}>{children}</div>
  );
}
