import type { ComponentProps } from "react";
import { cn } from "./cn";

export type SelectOption = { value: string; label: string; disabled?: boolean };

/** The browser's own select, for up to some twenty options; beyond that use a Combobox. */
export function Select({
  options,
  children,
  className,
  ...rest
}: ComponentProps<"select"> & { options?: SelectOption[] }) {
  return (
    <span className={cn("select-box", className)}>
      <select className="control" {...rest}>
        {children}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
