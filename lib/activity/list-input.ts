import { oneOf, searchedWords, single, type SearchParams } from "@/lib/platform/address";

/** Days for which activity logs are kept. */
export const KEPT_DAYS = 90;

/** The levels of an event, the gravest first. */
export const eventLevels = ["error", "warning", "information", "debug"] as const;
export type EventLevel = (typeof eventLevels)[number];

/** What a company's activity log shows, as its address says it: events as grave as `level` or graver. */
export type ActivityQuery = { q: string; level: EventLevel; from: string; until: string; page?: string };

function day(text: string): string {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : "";
}

/** Reads the address of the log; whatever it does not know it leaves out. */
export function readActivity(params: SearchParams): ActivityQuery {
  return {
    q: searchedWords(params.q),
    level: oneOf(eventLevels, params.level) ?? "debug",
    from: day(single(params.from)),
    until: day(single(params.until)),
    page: single(params.page) || undefined,
  };
}

/** What says `query` in an address; what is so by default is left unsaid. */
export function activityParams({ q, level, from, until, page }: ActivityQuery): Record<string, string> {
  return {
    ...(q && { q }),
    ...(level !== "debug" && { level }),
    ...(from && { from }),
    ...(until && { until }),
    ...(page && { page }),
  };
}

/** The address at `path` that shows `query`. */
export function activityHref(path: string, query: ActivityQuery): string {
  const params = new URLSearchParams(activityParams(query));
  return params.size > 0 ? `${path}?${params}` : path;
}
