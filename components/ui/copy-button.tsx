"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState, type ComponentProps } from "react";
import { Button } from "./button";

/** Copies a text and says so for two seconds. */
export function CopyButton({
  text,
  label = "Copy",
  ...rest
}: { text: string; label?: string } & Pick<
  ComponentProps<typeof Button>,
  "variant" | "small" | "className"
>) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <Button
      {...rest}
      className={`needs-script ${rest.className ?? ""}`}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <Check /> : <Copy />}
      <span aria-live="polite">{copied ? "Copied" : label}</span>
    </Button>
  );
}
