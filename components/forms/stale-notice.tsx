"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useAttention } from "@/components/ui/use-attention";
import type { Stale } from "@/lib/platform/inputs";

/** Shows what somebody else saved meanwhile beside what was typed, and lets one choose. Sending the form again keeps what was typed. */
export function StaleNotice({
  message,
  stale: { version, differences },
  fieldNames,
  onTheirs,
  onYours,
}: {
  message: string;
  stale: Stale;
  fieldNames: Record<string, string>;
  onTheirs: () => void;
  onYours: () => void;
}) {
  const place = useAttention<HTMLDivElement>(`${version}: ${message}`);
  return (
    <div ref={place} tabIndex={-1} className="rounded-control">
      <Banner
        tone="warn"
        live
        title={message}
        actions={
          <span className="needs-script flex flex-wrap gap-2">
            <Button small onClick={onTheirs}>
              Take theirs
            </Button>
            <Button small onClick={onYours}>
              Save mine over it
            </Button>
          </span>
        }
      >
        <ul className="grid gap-1">
          {differences.map(({ field, theirs, yours }) => (
            <li key={field} className="wrap-anywhere">
              {fieldNames[field] ?? field} is now {quoted(theirs)}; you entered {quoted(yours)}.
            </li>
          ))}
          {differences.length === 0 ? (
            <li>What you entered is the same as theirs. Save again to go on.</li>
          ) : null}
        </ul>
      </Banner>
    </div>
  );
}

const quoted = (text: string) => (text === "" ? "empty" : `“${text}”`);
