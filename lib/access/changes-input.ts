import { z } from "zod";
import { searchedWords, single, type SearchParams } from "@/lib/platform/address";

/** What the history of changes shows, as its address says it. */
export type ChangesQuery = {
  q: string;
  /** The last day whose changes are shown, as "2026-11-03"; empty for all. */
  until: string;
  page?: string;
};

/** Reads the address of the history; whatever it does not know it leaves out. */
export function readChanges(params: SearchParams): ChangesQuery {
  const until = single(params.until);
  return {
    q: searchedWords(params.q),
    // PostgreSQL knows no year 0.
    until: z.iso.date().safeParse(until).success && until > "0001" && until < "9999" ? until : "",
    page: single(params.page) || undefined,
  };
}

/** The address of the history that shows `query`. */
export function changesHref({ q, until, page }: ChangesQuery): string {
  const params = new URLSearchParams({ ...(q && { q }), ...(until && { until }), ...(page && { page }) });
  return params.size > 0 ? `/access/changes?${params}` : "/access/changes";
}
