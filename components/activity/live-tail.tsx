"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { z } from "zod";
import { Switch } from "@/components/ui/checkbox";

const EVERY_MS = 4_000;

/**
 * Follows an activity log: asks every few seconds whether something new is there, and only then reads the page anew. It rests while
 * nobody looks at the page, and says politely what came.
 */
export function LiveTail({ newerHref }: { newerHref: string }) {
  const router = useRouter();
  const [isOn, setOn] = useState(false);
  const [said, setSaid] = useState("");
  const [isReading, read] = useTransition();
  useEffect(() => {
    if (!isOn || isReading) return;
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const newer = await askNewer(newerHref);
      if (newer === null) return setSaid("Portico could not be reached; trying again.");
      if (newer === 0) return setSaid("Following");
      setSaid(newer === 1 ? "1 new event" : `${newer} new events`);
      read(() => router.refresh());
    };
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isOn, isReading, newerHref, router]);
  return (
    <div className="needs-script flex flex-wrap items-center gap-x-3">
      <Switch
        label="Follow live"
        checked={isOn}
        onChange={(event) => {
          setOn(event.target.checked);
          setSaid(event.target.checked ? "Following" : "");
        }}
      />
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </div>
  );
}

const news = z.object({ newer: z.number() });

async function askNewer(href: string): Promise<number | null> {
  try {
    const answer = await fetch(href, { cache: "no-store" });
    return news.parse(await answer.json()).newer;
  } catch {
    return null;
  }
}
