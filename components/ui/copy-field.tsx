import { useId, type ReactNode } from "react";
import { CopyButton } from "./copy-button";

/** A value to hand on, an address or a one-time secret: to read, to select, to copy, not to change. */
export function CopyField({ label, value, help }: { label: string; value: string; help?: ReactNode }) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input id={id} readOnly value={value} className="control min-w-0 font-mono" />
        <CopyButton text={value} />
      </div>
      {help ? <p className="text-small text-muted">{help}</p> : null}
    </div>
  );
}
