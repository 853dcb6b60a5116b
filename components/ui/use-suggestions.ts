"use client";

import { useEffect, useEffectEvent, useState } from "react";

export type Option = {
  value: string;
  label: string;
  /** A second line that tells like-named options apart. */
  detail?: string;
  /** Other words it should be found by. */
  keywords?: string;
};

/** Where suggestions come from: a list at hand, or a question to the server. */
export type Source = { options?: Option[]; search?: (query: string) => Promise<Option[]> };

const PAUSE_MS = 200;

/** The options that fit what has been typed; while a question is under way, those of the one before. */
export function useSuggestions(query: string, open: boolean, { options, search }: Source) {
  const [answer, setAnswer] = useState<{ query: string; items: Option[]; failed: boolean } | null>(null);
  const ask = useEffectEvent((words: string) => search?.(words) ?? Promise.resolve([]));
  const asks = open && search !== undefined;

  useEffect(() => {
    if (!asks) return;
    let stale = false;
    const settle = (items: Option[], failed: boolean) => {
      if (!stale) setAnswer({ query, items, failed });
    };
    const request = () => {
      ask(query).then(
        (items) => settle(items, false),
        () => settle([], true),
      );
    };
    const timer = setTimeout(request, query ? PAUSE_MS : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asks, query]);

  if (!search) return { items: matching(options ?? [], query), loading: false, failed: false };
  return { items: answer?.items ?? [], loading: answer?.query !== query, failed: answer?.failed ?? false };
}

/** Options whose words contain what was typed, signs, spaces and case left aside: "accountactivation" finds "account-activation". */
export function matching(options: Option[], query: string): Option[] {
  const wanted = plain(query);
  return options.filter((option) =>
    plain(`${option.label}${option.detail ?? ""}${option.keywords ?? ""}`).includes(wanted),
  );
}

function plain(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
