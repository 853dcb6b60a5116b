"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 1_000;

/** Reads the page anew every second while it stands; without script a link in its place does so. */
export function RefreshWhile({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <a className="btn btn-secondary" href={href}>
        Refresh
      </a>
    </noscript>
  );
}
