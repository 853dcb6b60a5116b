"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { RenderedMail } from "@/lib/mail/render";

type Look = "desktop" | "phone" | "text";
const looks: Record<Look, string> = { desktop: "Desktop", phone: "Phone", text: "Text" };

/** What an e-mail looks like: on a desktop, on a phone, and as text. */
export function TemplatePreview({ shown, isDim }: { shown: RenderedMail | null; isDim?: boolean }) {
  const [look, setLook] = useState<Look>("desktop");
  return (
    <div className="grid gap-3">
      <div role="group" aria-label="Shown as" className="needs-script flex flex-wrap gap-1">
        {(Object.keys(looks) as Look[]).map((each) => (
          <Button
            key={each}
            small
            variant={each === look ? "secondary" : "ghost"}
            aria-pressed={each === look}
            onClick={() => setLook(each)}
          >
            {looks[each]}
          </Button>
        ))}
      </div>
      {shown ? (
        <div className="grid gap-3">
          <p className="wrap-anywhere">
            <span className="text-muted">Subject: </span>
            <strong className="font-medium">{shown.subject}</strong>
          </p>
          <Body shown={shown} look={look} isDim={isDim} />
        </div>
      ) : (
        <p className="text-muted">Nothing can be shown yet.</p>
      )}
    </div>
  );
}

function Body({ shown, look, isDim }: { shown: RenderedMail; look: Look; isDim?: boolean }) {
  if (look === "text")
    return (
      <pre className="rounded-control border border-line p-3 font-mono text-small whitespace-pre-wrap wrap-anywhere">
        {shown.text}
      </pre>
    );
  return (
    // No permission at all: neither scripts nor forms nor links do anything in there.
    <iframe
      sandbox=""
      title={`Preview of “${shown.subject}”`}
      srcDoc={shown.html}
      className={cn(
        "block h-[520px] rounded-control border border-line bg-white",
        isDim && "opacity-60",
        look === "phone" ? "mx-auto w-[360px] max-w-full" : "w-full",
      )}
    />
  );
}
