"use client";

import { useRouter } from "next/navigation";
import { createContext, use, useCallback, useMemo, useTransition } from "react";
import type { FormEvent, MouseEvent, ReactNode } from "react";
import { followedLink } from "./followed-link";
import { formAddress } from "./form-address";

type Navigation = { go: (href: string, how?: { replace?: boolean }) => void; pending: boolean };

const NavigationContext = createContext<Navigation | null>(null);

/** The navigation of the nearest LinkArea, so that what is left dims while the next page loads; null outside one. */
export function useNavigation(): Navigation | null {
  return use(NavigationContext);
}

/**
 * Lets plain `<a>` elements and plain GET forms inside it change the page without reloading it, so that a table of
 * them needs no component each. Links with `download`, `target` or another origin keep the browser's own way.
 */
export function LinkArea({ children, className }: { children: ReactNode; className?: string }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = useCallback<Navigation["go"]>(
    (href, how) =>
      startTransition(() => (how?.replace ? router.replace(href, { scroll: false }) : router.push(href))),
    [router],
  );
  const navigation = useMemo(() => ({ go, pending }), [go, pending]);

  const onClick = (event: MouseEvent) => {
    const href = followedHref(event);
    if (!href) return;
    event.preventDefault();
    go(href);
  };
  const onSubmit = (event: FormEvent) => {
    const href = event.defaultPrevented ? null : formAddress(event.target, submitter(event));
    if (!href) return;
    event.preventDefault();
    go(href);
  };

  return (
    <div
      className={className}
      data-pending={pending || undefined}
      aria-busy={pending || undefined}
      onClick={onClick}
      onSubmit={onSubmit}
    >
      <NavigationContext value={navigation}>{children}</NavigationContext>
    </div>
  );
}

function submitter(event: FormEvent): HTMLElement | null {
  return (event.nativeEvent as SubmitEvent).submitter;
}

function followedHref(event: MouseEvent): string | null {
  const link = event.defaultPrevented ? null : followedLink(event);
  if (!link) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin) return null;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  if (samePage && url.hash) return null;
  return url.pathname + url.search + url.hash;
}
