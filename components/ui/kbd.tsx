import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-small border border-line bg-sunken px-1 font-sans text-tiny text-muted">
      {children}
    </kbd>
  );
}
