import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "good" | "warn" | "bad" | "info" | "neutral";

/** A state in a word, with a colour and a sign that repeat it. One element, so that a table of them stays small. */
export function Badge({
  tone = "neutral",
  children,
  title,
}: {
  tone?: Tone;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={cn("badge", tone !== "neutral" && `badge-${tone}`)} {...(title ? { title } : null)}>
      {children}
    </span>
  );
}
