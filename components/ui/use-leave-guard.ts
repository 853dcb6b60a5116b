"use client";

import { useEffect, useState } from "react";
import { followedLink } from "./followed-link";
import { formAddress } from "./form-address";

/** The address that is waited for while somebody is asked, and the answer that stays. */
export type LeaveGuard = { waiting: string | null; stay: () => void };

/**
 * While `isActive`, asks before a link leads away from the pages below `home`, and has the browser ask before the tab closes or loads
 * another page. `LeaveDialog` asks.
 */
export function useLeaveGuard(isActive: boolean, home: string): LeaveGuard {
  const [waiting, setWaiting] = useState<string | null>(null);
  useEffect(() => {
    if (!isActive) return;
    const ask = (event: Event, href: string | null) => {
      if (!href || new URL(href, location.href).pathname === home) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting(href);
    };
    const onClick = (event: MouseEvent) => ask(event, followedLink(event)?.href ?? null);
    const onSubmit = (event: SubmitEvent) => ask(event, formAddress(event.target, event.submitter));
    // Where the browser can tell, also before the back button leads away.
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType === "traverse" && event.cancelable) ask(event, event.destination.url);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before the links' own listeners, which would follow them.
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    addEventListener("beforeunload", onUnload);
    const traversals = "navigation" in window ? window.navigation : null;
    traversals?.addEventListener("navigate", onNavigate);
    return () => {
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
      removeEventListener("beforeunload", onUnload);
      traversals?.removeEventListener("navigate", onNavigate);
    };
  }, [isActive, home]);
  return { waiting, stay: () => setWaiting(null) };
}
