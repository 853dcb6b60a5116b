import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Chooses a file, or takes one that is dropped on it. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="file"
      className={cn(
        "w-full rounded-control border border-dashed border-edge bg-surface px-4 py-6 text-muted hover:bg-sunken",
        "file:mr-4 file:h-control file:cursor-pointer file:rounded-control file:border file:border-solid file:border-line",
        "file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken",
        className,
      )}
      {...rest}
    />
  );
}
