import { searchedWords, single, type SearchParams } from "@/lib/platform/address";

/** What the list of a company's projects shows, as its address says it. */
export type ProjectListQuery = { q: string; archived: boolean; page?: string };

/** Reads the address of the list; whatever it does not know it leaves out. */
export function readProjectList(params: SearchParams): ProjectListQuery {
  return {
    q: searchedWords(params.q),
    archived: single(params.archived) === "1",
    page: single(params.page) || undefined,
  };
}

/** The address of the list at `path` that shows `query`. */
export function projectListHref(path: string, { q, archived, page }: ProjectListQuery): string {
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(archived && { archived: "1" }),
    ...(page && { page }),
  });
  return params.size > 0 ? `${path}?${params}` : path;
}
