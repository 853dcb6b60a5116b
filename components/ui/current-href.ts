/** Of several addresses the one that a path lies under, the longest when there are more. */
export function currentHref(path: string, hrefs: string[]): string | undefined {
  return hrefs
    .filter((href) => {
      const place = href.split(/[?#]/)[0] ?? href;
      return path === place || path.startsWith(place.endsWith("/") ? place : `${place}/`);
    })
    .sort((a, b) => b.length - a.length)[0];
}
