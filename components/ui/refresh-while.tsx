"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const EVERY_MS = 1_000;

/** Reads the page anew a second after it last came, while it stands; without script a link in its place does so. */
export function RefreshWhile({ href }: { href: string }) {
  const router = useRouter();
  const [isUnderWay, begin] = useTransition();
  useEffect(() => {
    if (isUnderWay) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") begin(() => router.refresh());
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router, isUnderWay]);
  return (
    <noscript>
      <a className="btn btn-secondary" href={href}>
        Refresh
      </a>
    </noscript>
  );
}
