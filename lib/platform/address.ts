/** What stands after the "?" of an address, as a page is given it. */
export type SearchParams = Record<string, string | string[] | undefined>;

type Said = SearchParams[string];

/** What stands behind the "?" of an address, read by its names. */
export function paramsOfQuery(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}

/** Every value that an address gives under one name. */
export const several = (said: Said): string[] => [said ?? []].flat();

/** The first of them; empty when there is none. */
export const single = (said: Said): string => several(said)[0] ?? "";

/** The one of `all` that an address names, if it does. */
export const oneOf = <T extends string>(all: readonly T[], said: Said): T | undefined =>
  all.find((one) => one === single(said));

/** Those of `all` that an address names. */
export const those = <T extends string>(all: readonly T[], said: Said): T[] =>
  all.filter((one) => several(said).includes(one));

/** Words to search for as somebody typed them: on one line, trimmed, at most 100 characters. */
export const searchedWords = (said: Said): string =>
  single(said)
    // PostgreSQL stores no NUL, so no text has one in it.
    .replace(/[\u0000-\u001f\u007f]/g, " ")
    .trim()
    .slice(0, 100);
